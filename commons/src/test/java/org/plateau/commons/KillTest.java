package org.plateau.commons;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plateau.core.trail.TrailEntry;

@Tag("slow")
class KillTest {
    private static final int ROUNDS = 8;

    @TempDir
    Path folder;

    @Test
    void aKilledProcessLosesNothingAndLeavesNoHalfRecord() throws Exception {
        long seed = new Random().nextLong();
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        Path file = folder.resolve("plateau.db");
        for (int round = 0; round < ROUNDS; round++) {
            String name = "r" + round;
            String[] last = recordUntilKilled(file, name, 1 + random.nextInt(60), random.nextInt(30))
                    .split(" ", -1);
            int generation = Integer.parseInt(last[0]);
            int entries = Integer.parseInt(last[1]);
            try (CommonsStore commons = Commons.open(file)) {
                for (int earlier = 0; earlier < generation; earlier++) {
                    assertThat(recorded(commons, name, earlier)).isEqualTo(EndlessRecording.LENGTH);
                }
                int now = recorded(commons, name, generation);
                assertThat(now).isIn(entries, Math.min(EndlessRecording.LENGTH, entries + 3));
                commons.record(List.of());
                Map<String, List<String>> kept = Dump.of(file);
                commons.rebuild(List.of());
                assertThat(Dump.of(file)).isEqualTo(kept);
            }
        }
    }

    @Test
    void aKilledRebuildLeavesTheOldContent() throws Exception {
        Path file = folder.resolve("plateau.db");
        try (CommonsStore commons = Commons.open(file)) {
            for (int generation = 0; generation < 40; generation++) {
                EndlessRecording.trails("r", generation).forEach(commons::record);
            }
        }
        Map<String, List<String>> recorded = Dump.of(file);
        for (int round = 0; round < 3; round++) {
            Path output = folder.resolve(round + ".out");
            Process process = ChildProcess.start(output, EndlessRebuilding.class, file);
            ChildProcess.lines(output, 1);
            Thread.sleep(50L + 100L * round);
            process.destroyForcibly().waitFor();
            Commons.open(file).close();
            assertThat(Dump.of(file)).isEqualTo(recorded);
        }
    }

    private String recordUntilKilled(Path file, String round, int batches, int millis)
            throws IOException, InterruptedException {
        Path output = folder.resolve(round + ".out");
        Process process = ChildProcess.start(output, EndlessRecording.class, file, round);
        ChildProcess.lines(output, batches);
        Thread.sleep(millis);
        process.destroyForcibly().waitFor();
        List<String> lines = Files.readAllLines(output);
        return lines.get(lines.size() - 1);
    }

    /** How many entries each network of a generation has: the same for all, and those that were sent. */
    private static int recorded(CommonsStore commons, String round, int generation) {
        List<List<TrailEntry>> trails = EndlessRecording.trails(round, generation);
        int entries = commons.trail(trails.get(0).get(0).network()).size();
        for (List<TrailEntry> trail : trails) {
            assertThat(commons.trail(trail.get(0).network())).isEqualTo(trail.subList(0, entries));
        }
        return entries;
    }
}
