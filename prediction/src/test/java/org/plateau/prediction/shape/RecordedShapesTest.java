package org.plateau.prediction.shape;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.plateau.core.fitness.LearningCurve;
import org.plateau.formats.curves.CurveFile;
import org.plateau.formats.curves.RecordedCurves;
import org.plateau.prediction.Observation;
import org.plateau.prediction.Shared;
import org.plateau.prediction.replay.Grouping;
import org.plateau.prediction.replay.RecordedTraining;
import org.plateau.prediction.replay.ReplayGroup;
import org.plateau.prediction.replay.ReplayTraining;

/** The kinds of recorded curves, each taken to its own end; benchmarks' ShapeTable prints them all. */
class RecordedShapesTest {
    /** What was said of a curve, in points, at half of its epochs and at the end. */
    private record Said(String id, double best, ShapeFinding half, ShapeFinding whole) {}

    private static List<Said> said(String file) {
        List<Said> said = new ArrayList<>();
        for (RecordedCurves curves :
                CurveFile.read(Shared.folder().resolve("curves").resolve(file + ".csv.gz"))) {
            RecordedTraining training = new RecordedTraining(
                    curves.source(), curves.id(), curves.dataset(), curves.series(), Map.of(), OptionalDouble.empty());
            for (ReplayGroup group : Grouping.of(List.of(training))) {
                for (ReplayTraining one : group.trainings()) {
                    if (group.horizon() > 0) {
                        said.add(said(group, one));
                    }
                }
            }
        }
        return said;
    }

    private static Said said(ReplayGroup group, ReplayTraining training) {
        Map<String, LearningCurve> series = new TreeMap<>(training.companions());
        series.put(group.metric(), training.fitness());
        Observation whole = new Observation(series, group.fitness(), group.horizon(), Optional.empty(), Map.of());
        return new Said(
                training.id(),
                training.fitness().best(group.fitness().direction()),
                CurveShapes.standard().classify(whole.upTo(group.horizon() / 2)),
                CurveShapes.standard().classify(whole));
    }

    private static long count(List<Said> said, CurveShape shape) {
        return said.stream().filter(one -> one.whole.is(shape)).count();
    }

    @Test
    void whoIsSaidNeverToLearnAtHalfOfTheEpochsHardlyEverDoes() {
        for (String file : List.of("taskset", "tfhpo_mnist")) {
            List<Said> never = said(file).stream()
                    .filter(one -> one.half.is(CurveShape.NEVER_LEARNS))
                    .toList();
            List<Said> wrong = never.stream()
                    .filter(one -> !one.whole.is(CurveShape.NEVER_LEARNS) && !one.whole.is(CurveShape.DIVERGED))
                    .toList();
            wrong.forEach(one -> System.out.printf("%s learned: %s, best %.2f%n", file, one.id, one.best));
            System.out.printf("%s: %d said never to learn, %d do%n", file, never.size(), wrong.size());
            assertThat(never).hasSizeGreaterThan(10);
            assertThat(wrong.size()).isLessThanOrEqualTo(never.size() / 100);
        }
    }

    @Test
    void eachSourceHasTheKindsThatItIsKnownFor() {
        assertThat(count(said("tfhpo_mnist"), CurveShape.NEVER_LEARNS)).isBetween(11L, 16L);
        List<Said> taskset = said("taskset");
        assertThat(count(taskset, CurveShape.NEVER_LEARNS)).isGreaterThan(taskset.size() * 59L / 100);
        assertThat(count(taskset, CurveShape.DIVERGED)).isBetween(40L, 90L);
        List<Said> networks = said("a4nn");
        assertThat(count(networks, CurveShape.NOISY))
                .isBetween(networks.size() * 35L / 100, networks.size() * 55L / 100);
        assertThat(count(networks, CurveShape.NEVER_LEARNS)).isZero();
        assertThat(count(said("gluon"), CurveShape.STEPPED)).isGreaterThan(20);
    }
}
