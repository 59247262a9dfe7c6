package org.plateau.formats.trail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plateau.core.trail.TrailEntry;
import org.plateau.core.trail.TrailEvent;

class TrailFilesTest {
    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-11-24T03:04:05.678Z"));

    @TempDir
    Path folder;

    @Test
    void aTrailThatIsNotThereYetHasNoEntries() {
        TrailReader reader = new TrailReader(folder.resolve("trail.jsonl"));
        assertThat(reader.next()).isEmpty();
        assertThat(reader.torn()).isFalse();
        List<TrailEntry> written = write(folder.resolve("trail.jsonl"), 3);
        assertThat(reader.next()).isEqualTo(written);
        assertThat(reader.next()).isEmpty();
    }

    @Test
    void aTrailIsReadWhileItGrowsByAnyPieces() throws Exception {
        long seed = new Random().nextLong();
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        Path whole = folder.resolve("whole.jsonl");
        List<TrailEntry> written = write(whole, 20);
        byte[] bytes = Files.readAllBytes(whole);
        Path growing = Files.createFile(folder.resolve("growing.jsonl"));
        TrailReader reader = new TrailReader(growing);
        List<TrailEntry> read = new ArrayList<>();
        int done = 0;
        while (done < bytes.length) {
            int end = Math.min(bytes.length, done + 1 + random.nextInt(400));
            Files.write(growing, Arrays.copyOfRange(bytes, done, end), StandardOpenOption.APPEND);
            read.addAll(reader.next());
            assertThat(read).isEqualTo(written.subList(0, read.size()));
            assertThat(reader.torn()).isEqualTo(bytes[end - 1] != '\n');
            done = end;
        }
        assertThat(read).isEqualTo(written);
    }

    @Test
    void anEmptyLineIsBroken() throws Exception {
        Path file = folder.resolve("trail.jsonl");
        write(file, 2);
        Files.writeString(file, "\n", StandardOpenOption.APPEND);
        assertThatThrownBy(() -> TrailReader.readAll(file))
                .isInstanceOf(TrailFileException.class)
                .hasMessageStartingWith(file + ", line 3: ");
    }

    @Test
    void aTrailThatCannotBeReadOrBegunIsNamed() {
        assertThatThrownBy(() -> TrailReader.readAll(folder))
                .isInstanceOf(TrailFileException.class)
                .hasMessageContaining("Cannot read the record trail " + folder);
        Path nowhere = folder.resolve("missing/trail.jsonl");
        assertThatThrownBy(() -> TrailWriter.create(nowhere, "abc123", 1, CLOCK))
                .isInstanceOf(TrailFileException.class)
                .hasMessageContaining("Cannot begin the record trail " + nowhere);
    }

    @Test
    void linesAreInTheFileAsSoonAsTheyAreWritten() {
        Path file = folder.resolve("trail.jsonl");
        try (TrailWriter writer = TrailWriter.create(file, "abc123", 1, CLOCK)) {
            for (int sequence = 0; sequence < 3; sequence++) {
                TrailEntry entry = writer.append(verdict(sequence));
                assertThat(entry.sequence()).isEqualTo(sequence);
                assertThat(TrailReader.readAll(file)).hasSize(sequence + 1).endsWith(entry);
            }
            writer.sync();
        }
    }

    @Test
    void onAFullDiskTheTrailStaysAsItWasAndGoesOnWhenThereIsSpace() throws Exception {
        Path disk = Files.createDirectory(folder.resolve("disk"));
        assumeTrue(
                command("mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", disk.toString()), "This user cannot mount");
        try {
            Path file = disk.resolve("trail.jsonl");
            Path filler = disk.resolve("filler");
            try (TrailWriter writer = TrailWriter.create(file, "abc123", 1, CLOCK)) {
                List<TrailEntry> written = new ArrayList<>(List.of(writer.append(verdict(0))));
                Files.write(filler, new byte[(int) disk.toFile().getUsableSpace()]);
                assertThatThrownBy(() -> {
                            while (true) {
                                written.add(writer.append(verdict(written.size())));
                            }
                        })
                        .isInstanceOf(TrailFileException.class)
                        .hasMessageContaining("of the record trail " + file)
                        .hasMessageContaining("No space left on device");
                assertThat(TrailReader.readAll(file)).isEqualTo(written);
                Files.delete(filler);
                written.add(writer.append(verdict(written.size())));
                assertThat(TrailReader.readAll(file)).isEqualTo(written);
            }
        } finally {
            assertThat(command("umount", "-l", disk.toString())).isTrue();
        }
    }

    private static List<TrailEntry> write(Path file, int entries) {
        List<TrailEntry> written = new ArrayList<>();
        try (TrailWriter writer = TrailWriter.create(file, "abc123", 1, CLOCK)) {
            for (int i = 0; i < entries; i++) {
                written.add(writer.append(verdict(i)));
            }
        }
        return written;
    }

    private static TrailEvent verdict(int epoch) {
        return new TrailEvent.VerdictGiven(
                epoch, false, "none", "Größer als vorher — weiter 🙂", Map.of("spread", epoch / 7.0), 0);
    }

    private static boolean command(String... command) throws InterruptedException {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor() == 0;
        } catch (IOException e) {
            return false;
        }
    }
}
