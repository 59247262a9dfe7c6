package org.plateau.commons;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plateau.core.trail.TrailEntry;

class FullDiskTest {
    private static final List<TrailEntry> ENTRIES = SampleTrails.completed("aa11");

    @TempDir
    Path folder;

    @Test
    void aNoteThatCannotBeWrittenRecordsNothing() throws Exception {
        Path full = Path.of("/dev/full");
        assumeTrue(Files.exists(full), "There is no /dev/full");
        Path file = folder.resolve("plateau.db");
        Commons.open(file).close();
        Path note = folder.resolve("plateau.store/recording");
        Files.delete(note);
        Files.createSymbolicLink(note, full);
        try (CommonsStore commons = Commons.open(file)) {
            assertThatThrownBy(() -> commons.record(ENTRIES))
                    .isInstanceOf(CommonsException.class)
                    .hasMessageStartingWith("Cannot write " + note)
                    .hasMessageContaining("No space left on device");
            assertThat(commons.list(NetworkQuery.latest(5))).isEmpty();
            assertThat(folder.resolve("plateau.store/trails")).doesNotExist();
        }
        Files.delete(note);
        try (CommonsStore commons = Commons.open(file)) {
            assertThat(commons.record(ENTRIES)).isEqualTo(ENTRIES.size());
        }
    }

    @Test
    void whereverADiskGetsFullNothingIsHalfRecordedAndSpaceHelps() throws Exception {
        Path disk = Files.createDirectory(folder.resolve("disk"));
        assumeTrue(SmallDisk.mount(disk, "6m"), "This user cannot mount");
        try {
            fillUp(disk);
        } finally {
            assertThat(SmallDisk.unmount(disk)).isTrue();
        }
    }

    private static void fillUp(Path disk) throws IOException {
        Path file = disk.resolve("plateau.db");
        Path filler = disk.resolve("filler");
        try (CommonsStore commons = Commons.open(file)) {
            commons.record(ENTRIES.subList(0, 10));
            List<String> failures = new ArrayList<>();
            for (int round = 0; round < 38; round++) {
                List<TrailEntry> more = new ArrayList<>(ENTRIES.subList(0, 11 + round));
                more.addAll(SampleTrails.completed("bb" + round, "s2", round + 1));
                Map<String, List<String>> before = Dump.all("jdbc:sqlite:" + file);
                long slack = 4096L * round;
                Files.write(filler, new byte[(int) (disk.toFile().getUsableSpace() - slack)]);
                try {
                    commons.record(more);
                } catch (CommonsException e) {
                    failures.add(e.getMessage());
                    assertThat(Dump.all("jdbc:sqlite:" + file)).isEqualTo(before);
                    assertThat(Files.exists(disk.resolve("plateau.store/trails/bb/bb" + round + "/1.jsonl")))
                            .isFalse();
                    assertThat(commons.trail("aa11")).isEqualTo(ENTRIES.subList(0, 10 + round));
                    Files.delete(filler);
                    commons.record(more);
                }
                Files.deleteIfExists(filler);
                assertThat(commons.trail("aa11")).isEqualTo(ENTRIES.subList(0, 11 + round));
            }
            assertThat(failures)
                    .anyMatch(failure -> failure.contains("No space left on device"))
                    .anyMatch(failure -> failure.contains("The disk of " + file + " is full; nothing was recorded"))
                    .allMatch(failure -> failure.contains(disk.toString()));
        }
    }
}
