package org.plateau.commons;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.plateau.core.trail.Annotation;
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

    @Test
    void aKilledAnnotationIsThereAsAWholeOrNotAtAll() throws Exception {
        long seed = new Random().nextLong();
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        TestCommons place = database.commons(folder);
        try (CommonsStore commons = place.open()) {
            commons.record(SampleTrails.completed("aa11"));
        }
        int begin = 0;
        for (int round = 0; round < ROUNDS; round++) {
            Path output = folder.resolve(round + ".out");
            Process process = ChildProcess.start(output, EndlessAnnotating.class, place.text(), place.store(), begin);
            ChildProcess.lines(output, 1 + random.nextInt(40));
            Thread.sleep(random.nextInt(20));
            process.destroyForcibly().waitFor();
            List<String> lines = Files.readAllLines(output);
            int said = 2 * (Integer.parseInt(lines.get(lines.size() - 1)) + 1);
            try (CommonsStore commons = place.open()) {
                List<Annotation> all = commons.annotations("aa11");
                // A line that was whole counts, whether or not the one after it was.
                assertThat(all).hasSizeBetween(said, said + 2);
                for (int number = 0; number < all.size(); number++) {
                    assertThat(all.get(number)).isEqualTo(EndlessAnnotating.annotation(number));
                }
                if (all.size() % 2 == 1) {
                    commons.annotate(List.of(EndlessAnnotating.annotation(all.size())));
                }
                begin = commons.annotations("aa11").size() / 2;
                Map<String, List<String>> kept = place.dump();
                commons.rebuild(List.of());
                assertThat(place.dump()).isEqualTo(kept);
            }
        }
    }

    @Test
    void aKilledMigrationIsDoneNextTimeWithNothingLost() throws Exception {
        long seed = new Random().nextLong();
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        TestCommons today = database.commons(folder);
        try (CommonsStore commons = Commons.open(today.place(), Opening.SHAPES)) {
            for (int generation = 0; generation < 60; generation++) {
                EndlessRecording.trails("r", generation).forEach(commons::record);
            }
        }
        Map<String, List<String>> expected = today.dump();
        int killed = 0;
        for (int round = 0; round < ROUNDS; round++) {
            TestCommons old = database.commons(folder, "old" + round);
            FirstSchema.copy(today, old);
            copyTree(today.store(), old.store());
            Path output = folder.resolve("migration-" + round + ".out");
            Process process = ChildProcess.start(output, Opening.class, old.text(), old.store());
            ChildProcess.lines(output, 1);
            Thread.sleep(100 + random.nextInt(1500));
            process.destroyForcibly().waitFor();
            killed += Files.readAllLines(output).size() == 1 ? 1 : 0;
            Commons.open(old.place(), Opening.SHAPES).close();
            assertThat(old.dump()).isEqualTo(expected);
        }
        System.out.println("killed before the end: " + killed);
    }

    @Test
    void aMigrationWithoutTrailsLosesNothingThatTheDatabaseHas() throws SQLException {
        TestCommons today = database.commons(folder);
        try (CommonsStore commons = today.open()) {
            EndlessRecording.trails("r", 0).forEach(commons::record);
        }
        TestCommons old = database.commons(folder, "old");
        FirstSchema.copy(today, old);
        try (CommonsStore commons = today.open();
                CommonsStore migrated = old.open()) {
            NetworkQuery all = new NetworkQuery(Optional.empty(), 1000, NetworkQuery.Sort.ASKED);
            assertThat(migrated.list(all)).isEqualTo(commons.list(all)).isNotEmpty();
        }
    }

    private static void copyTree(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                Path copy = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(copy);
                } else if (!Files.exists(copy)) {
                    Files.copy(file, copy);
                }
            }
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
