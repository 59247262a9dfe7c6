package org.plateau.commons;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plateau.core.trail.Annotation.Kind;
import org.plateau.core.trail.TrailEntry;

class BothDatabasesTest {
    @TempDir
    Path folder;

    @Test
    void theSameTrailsMakeTheSameRowsInBoth() {
        long seed = new Random().nextLong();
        System.out.println("seed " + seed);
        RandomTrails trails = new RandomTrails(new Random(seed));
        TestCommons postgres = TestDatabase.POSTGRESQL.commons(folder, "postgres");
        TestCommons sqlite = TestDatabase.SQLITE.commons(folder, "sqlite");
        try (CommonsStore one = postgres.open();
                CommonsStore other = sqlite.open()) {
            for (int ask = 1; ask <= 10; ask++) {
                List<TrailEntry> entries = new ArrayList<>();
                trails.attempts("n" + ask, ask).forEach(entries::addAll);
                one.record(entries);
                other.record(entries);
            }
            one.annotate(List.of(SampleAnnotations.of(1, "n1", Kind.TAG, "good")));
            other.annotate(List.of(SampleAnnotations.of(1, "n1", Kind.TAG, "good")));
            assertThat(postgres.dump()).isEqualTo(sqlite.dump());
            for (NetworkQuery.Sort sort : NetworkQuery.Sort.values()) {
                NetworkQuery all = new NetworkQuery(java.util.Optional.empty(), 100, sort);
                assertThat(one.list(all)).as(sort.name()).isEqualTo(other.list(all));
            }
        }
    }
}
