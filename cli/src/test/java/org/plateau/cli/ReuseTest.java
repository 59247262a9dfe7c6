package org.plateau.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plateau.commons.Commons;
import org.plateau.commons.CommonsStore;
import org.plateau.core.architecture.Shape;
import org.plateau.core.dataset.DatasetException;
import org.plateau.core.dataset.DatasetSpecification.PixelTransform;
import org.plateau.core.fitness.Measurement;
import org.plateau.core.trail.TrailEntry;
import org.plateau.core.trail.TrailEvent;
import org.plateau.formats.json.Sha256;

/** Networks out of a commons whose weights a test has written: 64 pixels, their sum against 200 times the bias. */
final class ReuseTest {
    @TempDir
    private Path folder = Path.of("");

    private Path commons = Path.of("");

    @BeforeEach
    void record() {
        commons = RecordedSearch.commons(
                folder.resolve("plateau.db"), 3, new double[] {60, 80, 70}, new double[] {50, 55, 60});
    }

    /** Network 1 again, in another commons, with a checkpoint after each of these epochs. */
    private Path withWeights(int... epochs) throws IOException {
        Path other = folder.resolve("weights.db");
        List<TrailEntry> entries = new ArrayList<>();
        try (CommonsStore from = Commons.openExisting(commons);
                CommonsStore to = Commons.open(other)) {
            for (TrailEntry entry : from.trail("network-1")) {
                TrailEvent event = entry.event();
                if (event instanceof TrailEvent.EpochMeasured measured) {
                    event = new TrailEvent.EpochMeasured(
                            measured.measurement(), Optional.of(Sha256.of(checkpoint(measured.measurement()))));
                }
                entries.add(new TrailEntry(entry.network(), entry.attempt(), entry.sequence(), Instant.EPOCH, event));
            }
            to.record(entries);
            for (int epoch : epochs) {
                byte[] content = checkpoint(new Measurement(epoch, Map.of()));
                to.objects().keep(Files.write(folder.resolve("w" + epoch), content), Sha256.of(content));
            }
        }
        return other;
    }

    /** The first class is answered where the pixels' mean, prepared, is above the epoch's number. */
    private static byte[] checkpoint(Measurement measurement) {
        byte[] header =
                "{\"head.bias\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,8]},\"head.weight\":{\"dtype\":\"F32\",\"shape\":[2,64],\"data_offsets\":[8,520]}}"
                        .getBytes(StandardCharsets.UTF_8);
        ByteBuffer bytes = ByteBuffer.allocate(8 + header.length + 520)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(header.length)
                .put(header)
                .putFloat((float) -measurement.epoch())
                .putFloat(0);
        for (int i = 0; i < 64; i++) {
            bytes.putFloat(1 / 64f);
        }
        return bytes.array();
    }

    private Path image(String name, int grey) throws IOException {
        BufferedImage image = new BufferedImage(8, 8, BufferedImage.TYPE_BYTE_GRAY);
        int[] values = new int[64];
        Arrays.fill(values, grey);
        image.getRaster().setSamples(0, 0, 8, 8, 0, values);
        Path file = folder.resolve(name);
        Files.createDirectories(file.resolveSibling("."));
        ImageIO.write(image, "png", file.toFile());
        return file;
    }

    @Test
    void imagesAreAnsweredFileByFileAndFoldersInTheOrderOfTheirNames() throws IOException {
        image("many/b.png", 0);
        image("many/a/z.png", 200);
        image("many/c.png", 200);
        Files.writeString(folder.resolve("many/notes.txt"), "no image");
        Path first = image("first.png", 0);
        Said said = Said.by(
                "commons",
                "predict",
                "network-1",
                first,
                folder.resolve("many"),
                "--commons",
                withWeights(2),
                "--format",
                "csv");
        assertThat(said.messages()).isEmpty();
        assertThat(said.code()).isZero();
        assertThat(said.out().lines().map(line -> line.replaceAll("\"", "").replaceFirst(",[0-9.].*", "")))
                .containsExactly(
                        "image,class,probability,p_a,p_b",
                        first + ",b",
                        folder.resolve("many/a/z.png") + ",a",
                        folder.resolve("many/b.png") + ",b",
                        folder.resolve("many/c.png") + ",a");
    }

    @Test
    void theBestOfTheKeptEpochsAnswersUnlessAnotherIsAskedFor() throws IOException {
        Path weights = withWeights(1, 2);
        assertThat(Said.by("commons", "weights", "network-1", "--commons", weights)
                        .out())
                .startsWith("epoch  val_accuracy  sha256\n")
                .contains("\n    1            60  ")
                .contains("\n    2            80  ");
        Said best =
                Said.by("commons", "onnx", "network-1", "--commons", weights, "--output", folder.resolve("best.onnx"));
        assertThat(best.messages())
                .isEqualTo(
                        "plateau: network network-1 after epoch 2 is in %s%n".formatted(folder.resolve("best.onnx")));
        Said first = Said.by(
                "commons",
                "onnx",
                "network-1",
                "--epoch",
                "1",
                "--commons",
                weights,
                "--output",
                folder.resolve("first.onnx"));
        assertThat(first.messages()).contains("after epoch 1 is in");
        Said third = Said.by("commons", "predict", "network-1", folder, "--epoch", "3", "--commons", weights);
        assertThat(third.code()).isEqualTo(1);
        assertThat(third.messages())
                .isEqualTo(
                        "plateau: The commons has no weights of network network-1 after epoch 3; it has those after epoch 1, 2\n");
    }

    @Test
    void aNetworkWithoutWeightsSaysSoInOneSentence() throws IOException {
        Path image = image("i.png", 3);
        for (String command : List.of("predict", "onnx", "weights")) {
            List<Object> words = new ArrayList<>(List.of("commons", command, "network-2", "--commons", commons));
            if (command.equals("predict")) {
                words.add(image);
            } else {
                words.addAll(List.of("--output", folder.resolve("out")));
            }
            Said said = Said.by(words.toArray());
            assertThat(said.code()).isEqualTo(1);
            assertThat(said.messages())
                    .isEqualTo(
                            "plateau: Network network-2 has no weights: its trail names no checkpoint, as that of an imported curve\n");
            assertThat(folder.resolve("out")).doesNotExist();
        }
        Said kept = Said.by("commons", "predict", "network-1", image, "--commons", withWeights());
        assertThat(kept.messages()).startsWith("plateau: The commons keeps no weights of network network-1; ");
    }

    @Test
    void theGraphOfANetworkWithoutWeightsCanBeTaken() {
        Path file = folder.resolve("graph.onnx");
        Said said =
                Said.by("commons", "onnx", "network-2", "--without-weights", "--commons", commons, "--output", file);
        assertThat(said.code()).isZero();
        assertThat(file).isNotEmptyFile();
    }

    @Test
    void damagedWeightsAreToldWithTheirFile() throws IOException {
        Path weights = withWeights(1);
        try (CommonsStore store = Commons.openExisting(weights)) {
            Path object = store.objects()
                    .find(Sha256.of(checkpoint(new Measurement(1, Map.of()))))
                    .orElseThrow();
            Files.delete(object);
            Files.writeString(object, "damaged");
            Said said = Said.by("commons", "predict", "network-1", image("i.png", 3), "--commons", weights);
            assertThat(said.code()).isEqualTo(1);
            assertThat(said.messages()).startsWith("plateau: " + object + " is damaged: its SHA-256 is ");
        }
    }

    @Test
    void whatIsNoImageIsTold() throws IOException {
        Path weights = withWeights(1);
        Path text = Files.writeString(folder.resolve("text.png"), "no image");
        Path empty = Files.createDirectories(folder.resolve("empty"));
        assertThat(Said.by("commons", "predict", "network-1", text, "--commons", weights)
                        .messages())
                .isEqualTo("plateau: %s begins as no image does; expected a PNG, JPEG or TIFF file%n".formatted(text));
        assertThat(Said.by("commons", "predict", "network-1", empty, "--commons", weights)
                        .messages())
                .contains(empty + " has no image");
        Path missing = folder.resolve("missing.png");
        assertThat(Said.by("commons", "predict", "network-1", missing, "--commons", weights)
                        .messages())
                .isEqualTo("plateau: There is no image or folder %s%n".formatted(missing));
        assertThat(Said.by("commons", "predict", "network-1").code()).isEqualTo(2);
    }

    @Test
    void pixelsThatTheNetworkCannotBeAskedAboutAreRefused() {
        var reader = new ImageReader("Network n", new Shape.Image(1, 8, 9), PixelTransform.NONE);
        assertThatThrownBy(() -> reader.read(image("i.png", 3)))
                .isInstanceOf(DatasetException.class)
                .hasMessageEndingWith("i.png is 1×8×8, but Network n takes images of 1×8×9 (channels×height×width)");
    }

    @Test
    void reproducingNeedsTheDataset() {
        Said said = Said.by("reproduce", "network-1", "--commons", commons, "--output", folder.resolve("again"));
        assertThat(said.code()).isEqualTo(1);
        assertThat(said.messages())
                .startsWith("plateau: The dataset digits is not in ")
                .endsWith("data/digits, where it was; say with --dataset where it is now\n");
        Said missing = Said.by("reproduce", "network-1", "--commons", commons, "--dataset", folder.resolve("none"));
        assertThat(missing.messages()).isEqualTo("plateau: There is no dataset %s%n".formatted(folder.resolve("none")));
        assertThat(Said.by("reproduce", "network-1", "--device", "tpu").code()).isEqualTo(2);
        assertThat(Said.by("reproduce", "ffff", "--commons", commons).messages())
                .isEqualTo("plateau: No network's id begins with \"ffff\"\n");
    }
}
