package org.plateau.commons;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.plateau.core.fitness.LearningCurve;
import org.plateau.core.trail.TrailEntry;

@ParameterizedClass(name = "{0}")
@EnumSource(TestDatabase.class)
class RebuildTest {
    @Parameter
    TestDatabase database = TestDatabase.SQLITE;

    @TempDir
    Path folder;

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void aRebuiltCommonsSaysWhatTheGrownOneSaid(long seed) throws Exception {
        requireSame(seed);
    }

    @Tag("slow")
    @RepeatedTest(20)
    void anyRebuiltCommonsSaysWhatTheGrownOneSaid() throws Exception {
        requireSame(new Random().nextLong());
    }

    private void requireSame(long seed) throws IOException {
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        Map<String, List<List<TrailEntry>>> networks = networks(random);
        TestCommons grown = database.commons(folder, "grown");
        try (CommonsStore commons = grown.open()) {
            for (List<TrailEntry> batch : batches(networks, random)) {
                commons.record(batch);
                if (random.nextInt(10) == 0) {
                    Map<String, List<String>> before = grown.dump();
                    assertThat(commons.rebuild(List.of()).refused()).isEmpty();
                    assertThat(grown.dump()).isEqualTo(before);
                }
            }
            requireObviousCurves(commons, networks);
        }
        Map<String, List<String>> dump = grown.dump();

        tear(grown.store().resolve("trails"), random);
        Commons.rebuild(grown.place(), ShapeNaming.NONE, List.of());
        assertThat(grown.dump()).isEqualTo(dump);

        Path run = folder.resolve("run");
        for (List<List<TrailEntry>> attempts : networks.values()) {
            for (List<TrailEntry> attempt : attempts) {
                RunFolderOnDisk.write(run, attempt);
            }
        }
        tear(run, random);
        TestCommons taken = database.commons(folder, "taken");
        assertThat(Commons.rebuild(taken.place(), ShapeNaming.NONE, List.of(run))
                        .refused())
                .isEmpty();
        assertThat(taken.dump()).isEqualTo(dump);
    }

    private static Map<String, List<List<TrailEntry>>> networks(Random random) {
        RandomTrails trails = new RandomTrails(random);
        Map<String, List<List<TrailEntry>>> networks = new TreeMap<>();
        for (int ask = 1; ask <= 12; ask++) {
            String id = "%08x".formatted(random.nextInt());
            networks.put(id, trails.attempts(id, ask));
        }
        return networks;
    }

    /** Everything in pieces: attempts in any order and mixed, each one in sequence, some of it twice. */
    private static List<List<TrailEntry>> batches(Map<String, List<List<TrailEntry>>> networks, Random random) {
        List<List<TrailEntry>> rest = new ArrayList<>();
        networks.values().forEach(attempts -> attempts.forEach(attempt -> rest.add(new ArrayList<>(attempt))));
        List<List<TrailEntry>> batches = new ArrayList<>();
        while (!rest.isEmpty()) {
            List<TrailEntry> batch = new ArrayList<>();
            for (int i = 0; i <= random.nextInt(3) && !rest.isEmpty(); i++) {
                List<TrailEntry> attempt = rest.get(random.nextInt(rest.size()));
                List<TrailEntry> piece = List.copyOf(attempt.subList(0, 1 + random.nextInt(attempt.size())));
                if (batch.stream().noneMatch(piece::contains)) {
                    batch.addAll(piece);
                    int sentOnce = random.nextInt(4) == 0 ? piece.size() / 2 : piece.size();
                    attempt.subList(0, sentOnce).clear();
                }
                rest.removeIf(List::isEmpty);
            }
            batches.add(batch);
        }
        return batches;
    }

    private static void requireObviousCurves(CommonsStore commons, Map<String, List<List<TrailEntry>>> networks) {
        networks.forEach((id, attempts) -> {
            LearningCurve curve = commons.curve(id, "val_accuracy");
            Map<Double, Double> values = new TreeMap<>();
            for (int i = 0; i < curve.size(); i++) {
                values.put(curve.epoch(i), curve.value(i));
            }
            assertThat(values).as(id).isEqualTo(EffectiveCurve.of(attempts, "val_accuracy"));
            assertThat(commons.trail(id))
                    .isEqualTo(attempts.stream().flatMap(List::stream).toList());
        });
    }

    /** Appends half a line to every third trail. */
    private static void tear(Path root, Random random) throws IOException {
        List<Path> trails;
        try (var files = Files.walk(root)) {
            trails = files.filter(file -> file.toString().endsWith(".jsonl")).toList();
        }
        for (Path trail : trails) {
            if (random.nextInt(3) == 0) {
                String line = Files.readAllLines(trail).get(0);
                Files.writeString(
                        trail, line.substring(0, 1 + random.nextInt(line.length())), StandardOpenOption.APPEND);
            }
        }
    }
}
