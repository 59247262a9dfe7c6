package org.plateau.commons;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plateau.core.fitness.LearningCurve;
import org.plateau.core.trail.Annotation.Kind;
import org.plateau.core.trail.TrailEntry;

/** A commons that an older Plateau wrote: {@code commons-v1.zip} was made by the last one with schema 1. */
class MigrationTest {
    private static final ShapeNaming BY_POINTS =
            (curves, assignment, dataset) -> Optional.of("of-%d-points-in-%d-classes"
                    .formatted(
                            curves.getOrDefault(assignment.measure(), LearningCurve.empty())
                                    .size(),
                            dataset.classes().size()));

    @TempDir
    Path folder;

    @Test
    void theFirstVersionIsBroughtUpToDateWithNothingLost() throws Exception {
        Zip.unpack("commons-v1.zip", folder);
        TestCommons old = TestDatabase.SQLITE.commons(folder);
        TestCommons fresh = TestDatabase.SQLITE.commons(folder, "fresh");
        List<TrailEntry> one = SampleTrails.completed("aa11", "s1", 1);
        List<TrailEntry> two = SampleTrails.stopped("bb22", 5);
        List<TrailEntry> three = SampleTrails.completed("cc33", "s2", 3);
        try (CommonsStore commons = Commons.open(old.place(), BY_POINTS);
                CommonsStore expected = Commons.open(fresh.place(), BY_POINTS)) {
            expected.record(one);
            expected.record(two);
            expected.record(three.subList(0, 12));
            requireSame(old, fresh);
            assertThat(commons.forecasts("bb22")).isEqualTo(expected.forecasts("bb22"));
            assertThat(commons.find("bb22").shape()).contains("of-5-points-in-2-classes");
            assertThat(commons.find("cc33").shape()).isEmpty();
            assertThat(commons.textMatch("converged", 5)).containsExactly("bb22");

            assertThat(commons.record(three)).isEqualTo(three.size() - 12);
            expected.record(three);
            commons.annotate(List.of(SampleAnnotations.of(1, "aa11", Kind.TAG, "old")));
            expected.annotate(List.of(SampleAnnotations.of(1, "aa11", Kind.TAG, "old")));
            requireSame(old, fresh);
            Map<String, List<String>> before = old.dump();
            assertThat(commons.rebuild(List.of()).refused()).isEmpty();
            assertThat(old.dump()).isEqualTo(before);
        }
    }

    /** Forecasts hold maps, whose order is that of the program that wrote them. */
    private static void requireSame(TestCommons one, TestCommons other) {
        Map<String, List<String>> rows = one.dump();
        Map<String, List<String>> expected = other.dump();
        rows.remove("forecasts");
        expected.remove("forecasts");
        assertThat(rows).isEqualTo(expected);
    }
}
