package org.plateau.commons;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plateau.formats.json.Sha256;

class ObjectFolderTest {
    @TempDir
    Path folder;

    private ObjectFolder objects;

    @BeforeEach
    void open() {
        objects = new ObjectFolder(folder.resolve("plateau.store"));
    }

    private Path file(String name, byte[] content) throws IOException {
        return Files.write(folder.resolve(name), content);
    }

    private static byte[] random(int length, long seed) {
        byte[] content = new byte[length];
        new Random(seed).nextBytes(content);
        return content;
    }

    @Test
    void aFileIsFoundByItsContent() throws IOException {
        byte[] content = random(100_000, 1);
        String hash = Sha256.of(content);
        assertThat(objects.find(hash)).isEmpty();
        assertThat(objects.read(hash)).isEmpty();

        assertThat(objects.keep(file("weights", content), hash)).isTrue();

        assertThat(objects.find(hash))
                .contains(folder.resolve("plateau.store/objects")
                        .resolve(hash.substring(0, 2))
                        .resolve(hash.substring(2)));
        assertThat(objects.read(hash))
                .hasValueSatisfying(read -> assertThat(read).isEqualTo(content));
    }

    @Test
    void whatIsThereAlreadyChangesNothing() throws IOException {
        byte[] content = random(1000, 2);
        objects.keep(file("one", content), Sha256.of(content));
        Path place = objects.find(Sha256.of(content)).orElseThrow();
        Object before = Files.readAttributes(place, "unix:ino").get("ino");

        assertThat(objects.keep(file("two", content), Sha256.of(content))).isFalse();

        assertThat(Files.readAttributes(place, "unix:ino").get("ino")).isEqualTo(before);
    }

    @Test
    void theOriginalMayBeDeleted() throws IOException {
        byte[] content = random(1000, 3);
        Path original = file("weights", content);
        objects.keep(original, Sha256.of(content));
        Files.delete(original);
        assertThat(objects.read(Sha256.of(content)))
                .hasValueSatisfying(read -> assertThat(read).isEqualTo(content));
    }

    @Test
    void onTheSameDiskKeepingTakesNoRoomAndProtectsTheOriginal() throws IOException {
        byte[] content = random(1000, 4);
        Path original = file("weights", content);
        objects.keep(original, Sha256.of(content));
        assertThat(Files.isSameFile(original, objects.find(Sha256.of(content)).orElseThrow()))
                .isTrue();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(original)))
                .doesNotContain("w");
    }

    @Test
    void aFileWithAnotherHashIsRefusedAndNothingIsKept() throws IOException {
        String other = Sha256.of(random(10, 5));
        Path original = file("weights", random(1000, 6));
        assertThatThrownBy(() -> objects.keep(original, other))
                .isInstanceOf(CommonsException.class)
                .hasMessageStartingWith(original + " has the SHA-256 ")
                .hasMessageEndingWith("expected " + other);
        assertThat(objects.find(other)).isEmpty();
    }

    @Test
    void damageIsNoticedAndKeepingAgainMendsIt() throws IOException {
        byte[] content = random(1000, 7);
        String hash = Sha256.of(content);
        objects.keep(file("once", content), hash);
        Path place = objects.find(hash).orElseThrow();
        Files.delete(place);
        Files.write(place, random(999, 8));

        assertThatThrownBy(() -> objects.read(hash))
                .isInstanceOf(CommonsException.class)
                .hasMessageStartingWith(place + " is damaged: its SHA-256 is ");
        assertThat(objects.keep(file("weights", content), hash)).isTrue();
        assertThat(objects.read(hash)).isPresent();
    }

    @Test
    void whatIsNoHashIsRefused() {
        assertThatThrownBy(() -> objects.find("../../etc/passwd")).isInstanceOf(CommonsException.class);
        assertThatThrownBy(() -> objects.read("AB")).hasMessageContaining("64 hexadecimal digits");
    }

    @Test
    void aMissingFileIsRefusedWithItsName() {
        Path missing = folder.resolve("missing");
        assertThatThrownBy(() -> objects.keep(missing, Sha256.of(new byte[0])))
                .isInstanceOf(CommonsException.class)
                .hasMessageStartingWith("Cannot keep " + missing);
    }

    @Test
    void fromAnotherDiskItIsCopiedAndAFullDiskLeavesNothingHalf() throws Exception {
        Path disk = Files.createDirectory(folder.resolve("disk"));
        assumeTrue(mount(disk), "This user cannot mount");
        try {
            ObjectFolder small = new ObjectFolder(disk.resolve("plateau.store"));
            byte[] fits = random(100_000, 9);
            byte[] large = random(400_000, 10);
            assertThat(small.keep(file("fits", fits), Sha256.of(fits))).isTrue();
            Path original = file("large", large);

            assertThatThrownBy(() -> small.keep(original, Sha256.of(large)))
                    .isInstanceOf(CommonsException.class)
                    .hasMessageContaining("No space left on device");

            assertThat(small.find(Sha256.of(large))).isEmpty();
            assertThat(disk.resolve("plateau.store/objects/incoming")).isEmptyDirectory();
            assertThat(small.read(Sha256.of(fits))).isPresent();
        } finally {
            run("umount", "-l", disk.toString());
        }
    }

    @Test
    void copiesThatWereAbandonedAreSweptAway() throws Exception {
        Path disk = Files.createDirectory(folder.resolve("disk"));
        assumeTrue(mount(disk), "This user cannot mount");
        try {
            Path incoming = Files.createDirectories(disk.resolve("plateau.store/objects/incoming"));
            Path old = Files.write(incoming.resolve("old.part"), new byte[10]);
            Path young = Files.write(incoming.resolve("young.part"), new byte[10]);
            Files.setLastModifiedTime(old, FileTime.from(Instant.now().minusSeconds(7200)));
            byte[] content = random(1000, 11);
            new ObjectFolder(disk.resolve("plateau.store")).keep(file("weights", content), Sha256.of(content));
            assertThat(old).doesNotExist();
            assertThat(young).exists();
        } finally {
            run("umount", "-l", disk.toString());
        }
    }

    /** Whenever the process dies that copies from another disk, no half file has a whole one's name. */
    @Test
    void whenAProcessIsKilledNoFileIsHalfThere() throws Exception {
        Path disk = Files.createDirectory(folder.resolve("disk"));
        assumeTrue(mount(disk, "64m"), "This user cannot mount");
        try {
            List<Integer> found = new ArrayList<>();
            for (int round = 0; round < 4; round++) {
                Path store = disk.resolve("store-" + round);
                Path output = folder.resolve(round + ".out");
                Process process = ChildProcess.start(output, EndlessKeeping.class, folder, store);
                ChildProcess.lines(output, 1 + 3 * round);
                process.destroyForcibly().waitFor();
                found.add(sound(store.resolve("objects")));
                run("rm", "-rf", store.toString());
            }
            assertThat(found).allMatch(files -> files > 0);
        } finally {
            run("umount", "-l", disk.toString());
        }
    }

    private static int sound(Path root) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            List<Path> kept = files.filter(Files::isRegularFile)
                    .filter(file -> !file.startsWith(root.resolve("incoming")))
                    .toList();
            for (Path file : kept) {
                assertThat(root.relativize(file).toString().replace("/", ""))
                        .isEqualTo(Sha256.of(Files.readAllBytes(file)));
            }
            return kept.size();
        }
    }

    private static boolean mount(Path disk) throws IOException, InterruptedException {
        return mount(disk, "256k");
    }

    private static boolean mount(Path disk, String size) throws IOException, InterruptedException {
        return run("mount", "-t", "tmpfs", "-o", "size=" + size, "tmpfs", disk.toString()) == 0;
    }

    private static int run(String... command) throws IOException, InterruptedException {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor(10, TimeUnit.SECONDS) ? process.exitValue() : -1;
        } catch (IOException e) {
            return -1;
        }
    }
}
