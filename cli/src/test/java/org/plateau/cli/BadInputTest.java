package org.plateau.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is wrong with a dataset or a run folder is told in one line, with exit code 1 or 2, and nothing is lost. */
final class BadInputTest {
    private static final String TRAINING = "training: {epochs: 2}\nbudget: {networks: 2}\n";

    @TempDir
    private Path folder = Path.of("");

    private Path config(String dataset) throws IOException {
        return Files.writeString(folder.resolve("config.yaml"), "dataset: %s\n%s".formatted(dataset, TRAINING));
    }

    private void complains(int code, String complaint, Object... words) {
        Said said = Said.by(words);
        assertThat(said.messages().lines())
                .singleElement()
                .satisfies(line -> assertThat(line).startsWith("plateau: ").contains(complaint));
        assertThat(said.code()).isEqualTo(code);
        assertThat(said.out()).isEmpty();
    }

    private Path image(String name, int width, int height) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(folder.resolve(name).resolveSibling("."));
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
        image.getRaster().setSample(0, 0, 0, 100);
        ImageIO.write(image, name.replaceFirst(".*\\.", ""), file.toFile());
        return file;
    }

    private void tenImagesOf(String kind, String ending) throws IOException {
        for (int i = 0; i < 10; i++) {
            image("images/%s/%d.%s".formatted(kind, i, ending), 8, 8);
        }
    }

    private Path images() throws IOException {
        return config(
                "{kind: folder, path: %s, train: 0.5, validation: 0.5, test: 0}".formatted(folder.resolve("images")));
    }

    private static byte[] idx(int dimensions, int... sizes) {
        int values = Arrays.stream(sizes).reduce(1, (a, b) -> a * b);
        ByteBuffer bytes = ByteBuffer.allocate(4 + 4 * sizes.length + values).putInt(0x0800 | dimensions);
        Arrays.stream(sizes).forEach(bytes::putInt);
        for (int i = 0; i < values; i++) {
            bytes.put((byte) (i % 2));
        }
        return bytes.array();
    }

    private Path idxFiles(byte[] images, byte[] labels) throws IOException {
        return config("{kind: idx, images: %s, labels: %s}"
                .formatted(
                        Files.write(folder.resolve("images.idx"), images),
                        Files.write(folder.resolve("labels.idx"), labels)));
    }

    @Test
    void soundFilesAreDescribed() throws IOException {
        Said idx = Said.by("data", "describe", idxFiles(idx(3, 10, 8, 8), idx(1, 10)));
        assertThat(idx.code()).as(idx.messages()).isZero();
        assertThat(idx.out()).startsWith("idx: 10 images of 1×8×8, 2 classes");
        tenImagesOf("a", "png");
        tenImagesOf("b", "png");
        Said pictures = Said.by("data", "describe", images(), "--format", "json");
        assertThat(pictures.code()).as(pictures.messages()).isZero();
        assertThat(pictures.out()).contains("\"classes\" : [ \"a\", \"b\" ]", "\"fingerprint\"");
    }

    @Test
    void aTruncatedIdxFile() throws IOException {
        byte[] whole = idx(3, 10, 8, 8);
        complains(
                1,
                "images.idx is truncated",
                "data",
                "describe",
                idxFiles(Arrays.copyOf(whole, whole.length - 100), idx(1, 10)));
    }

    @Test
    void aTruncatedTiffFile() throws IOException {
        tenImagesOf("a", "tiff");
        tenImagesOf("b", "tiff");
        Path broken = folder.resolve("images/b/3.tiff");
        Files.write(broken, Arrays.copyOf(Files.readAllBytes(broken), 60));
        complains(1, broken.toString(), "data", "describe", images());
    }

    @Test
    void imagesOfMixedShapes() throws IOException {
        tenImagesOf("a", "png");
        tenImagesOf("b", "png");
        image("images/b/3.png", 9, 8);
        complains(1, "images/b/3.png", "data", "describe", images());
    }

    @Test
    void oneClassOnly() throws IOException {
        tenImagesOf("a", "png");
        complains(1, "one class only, \"a\"; expected at least two", "data", "describe", images());
    }

    @Test
    void anEmptyFolder() throws IOException {
        Files.createDirectories(folder.resolve("images"));
        complains(1, folder.resolve("images").toString(), "data", "describe", images());
    }

    @Test
    void moreImagesThanThereAre() throws IOException {
        tenImagesOf("a", "png");
        tenImagesOf("b", "png");
        Path config = config("{kind: folder, path: %s, train: 500, validation: 5}".formatted(folder.resolve("images")));
        complains(1, "500", "data", "describe", config);
    }

    @Test
    void aRunFolderThatCannotBeWritten() throws IOException {
        tenImagesOf("a", "png");
        tenImagesOf("b", "png");
        Path file = Files.createFile(folder.resolve("file"));
        complains(
                1,
                file.toString(),
                "search",
                images(),
                "--output",
                file.resolve("run"),
                "--commons",
                folder.resolve("c.db"));
    }

    @Test
    void aRunFolderOfAnotherVersion() throws IOException {
        tenImagesOf("a", "png");
        tenImagesOf("b", "png");
        Path run = Files.createDirectories(folder.resolve("run"));
        String journal =
                "{\"seq\":1,\"time\":\"2030-01-01T00:00:00Z\",\"event\":{\"type\":\"search_started\",\"format\":99}}\n";
        Files.writeString(run.resolve("journal.jsonl"), journal);
        complains(
                1,
                "layout version 99, but this Plateau reads version 1",
                "search",
                images(),
                "--resume",
                "--output",
                run,
                "--commons",
                folder.resolve("c.db"));
        complains(1, "layout version 99", "status", run);
        assertThat(run.resolve("journal.jsonl")).hasContent(journal);
    }

    @Test
    void aRunFolderThatIsNone() {
        complains(1, "is no run: it has no journal.jsonl", "status", folder);
        complains(1, "is no run: it has no journal.jsonl", "stop", folder);
    }

    @Test
    void nothingToResume() throws IOException {
        tenImagesOf("a", "png");
        complains(1, "There is nothing to resume", "search", images(), "--resume", "--output", folder.resolve("run"));
    }

    @Test
    void aCommonsThatIsNotThereOrIsNone() throws IOException {
        Path absent = folder.resolve("absent.db");
        complains(1, "There is no commons " + absent, "commons", "list", "--commons", absent);
        complains(1, "There is no commons " + absent, "commons", "show", "abc", "--commons", absent);
        assertThat(absent).doesNotExist();
        Path text = Files.writeString(
                folder.resolve("text.db"), "This is no database, but a text of some length.".repeat(50));
        complains(1, text.toString(), "commons", "list", "--commons", text);
    }

    @Test
    void aNetworkThatIsNotThere() {
        Path commons = folder.resolve("c.db");
        assertThat(Said.by("commons", "rebuild", "--commons", commons).out())
                .isEqualTo("Rebuilt %s from 0 trails\n".formatted(commons));
        complains(1, "abc", "commons", "show", "abc", "--commons", commons);
        assertThat(Said.by("commons", "list", "--commons", commons, "--format", "json")
                        .out()
                        .strip())
                .isEqualTo("[ ]");
    }

    @Test
    void patternsThatCannotBeMade() throws IOException {
        Path other = Files.createDirectories(folder.resolve("other"));
        Files.writeString(other.resolve("thesis.txt"), "precious");
        complains(
                1,
                other.toString(),
                "data",
                "generate",
                "diffraction",
                "--output",
                other,
                "--pixels",
                16,
                "--train",
                2,
                "--test",
                0);
        assertThat(other.resolve("thesis.txt")).hasContent("precious");
        Path pdb = Files.writeString(folder.resolve("a.pdb"), "no atoms\n");
        Path second = Files.copy(pdb, folder.resolve("b.pdb"));
        complains(
                1,
                pdb.toString(),
                "data",
                "generate",
                "diffraction",
                "--structures",
                pdb,
                second,
                "--output",
                folder.resolve("p"));
        complains(2, "needs images of at least", "search", config("{kind: diffraction, pixels: 3}"), "--dry-run");
        complains(2, "patterns per class", "search", config("{kind: diffraction, train: 2000000000}"), "--dry-run");
    }

    @Test
    void patternsAreMadeOnceAndFoundAgain() {
        Path patterns = folder.resolve("patterns");
        Object[] words = {
            "data",
            "generate",
            "diffraction",
            "--output",
            patterns,
            "--pixels",
            16,
            "--train",
            4,
            "--test",
            2,
            "--beam",
            "1e16"
        };
        Said made = Said.by(words);
        assertThat(made.code()).as(made.messages()).isZero();
        assertThat(made.messages()).isEmpty();
        assertThat(made.out())
                .matches("made 6 diffraction patterns \\(\\d+ lit pixels, \\d+ photons each\\) in \\S+ in [\\d.]+ s\n");
        assertThat(Said.by(words).out()).startsWith(patterns + " holds 6 diffraction patterns (");
    }
}
