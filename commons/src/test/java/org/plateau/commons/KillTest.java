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
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.plateau.core.trail.TrailEntry;

@Tag("slow")
@ParameterizedClass(name = "{0}")
@EnumSource(TestDatabase.class)
class KillTest {
    @Parameter
    TestDatabase database = TestDatabase.SQLITE;

    private static final int ROUNDS = 8;

    @TempDir
    Path folder;

    @Test
    void aKilledProcessLosesNothingAndLeavesNoHalfRecord() throws Exception {
        long seed = new Random().nextLong();
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        TestCommons place = database.commons(folder);
        for (int round = 0; round < ROUNDS; round++) {
            String name = "r" + round;
            String[] last = recordUntilKilled(place, name, 1 + random.nextInt(60), random.nextInt(30))
                    .split(" ", -1);
            int generation = Integer.parseInt(last[0]);
            int entries = Integer.parseInt(last[1]);
            try (CommonsStore commons = place.open()) {
                for (int earlier = 0; earlier < generation; earlier++) {
                    assertThat(recorded(commons, name, earlier)).isEqualTo(EndlessRecording.LENGTH);
                }
                int now = recorded(commons, name, generation);
                assertThat(now).isIn(entries, Math.min(EndlessRecording.LENGTH, entries + 3));
                commons.record(List.of());
                Map<String, List<String>> kept = place.dump();
                commons.rebuild(List.of());
                assertThat(place.dump()).isEqualTo(kept);
            }
        }
    }

    @Test
    void aKilledRebuildLeavesTheOldContent() throws Exception {
        TestCommons place = database.commons(folder);
        try (CommonsStore commons = place.open()) {
            for (int generation = 0; generation < 40; generation++) {
                EndlessRecording.trails("r", generation).forEach(commons::record);
            }
        }
        Map<String, List<String>> recorded = place.dump();
        for (int round = 0; round < 3; round++) {
            Path output = folder.resolve(round + ".out");
            Process process = ChildProcess.start(output, EndlessRebuilding.class, place.text(), place.store());
            ChildProcess.lines(output, 1);
            Thread.sleep(50L + 100L * round);
            process.destroyForcibly().waitFor();
            place.open().close();
            assertThat(place.dump()).isEqualTo(recorded);
        }
    }

    private String recordUntilKilled(TestCommons place, String round, int batches, int millis)
            throws IOException, InterruptedException {
        Path output = folder.resolve(round + ".out");
        Process process = ChildProcess.start(output, EndlessRecording.class, place.text(), place.store(), round);
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
