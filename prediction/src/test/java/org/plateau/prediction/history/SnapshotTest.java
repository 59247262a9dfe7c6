package org.plateau.prediction.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.plateau.core.fitness.FitnessMeasure;
import org.plateau.core.fitness.LearningCurve;
import org.plateau.prediction.FinishedTraining;
import org.plateau.prediction.Observation;

class SnapshotTest {
    private static final Map<String, LearningCurve> SERIES = Map.of(
            "val_accuracy", Families.curve(50, 80, 70, 90),
            "train_loss", Families.curve(4, 2, 1, 0.5),
            "val_loss", Families.curve(3, 3, 3, 3));
    private static final Map<String, Double> FEATURES = Map.of("flops", 1e6 - 1, "bias", -1.0, "same", 5.0);

    @Test
    void onlyWhatWasMeasuredUpToTheEpochIsLookedAt() {
        SnapshotShape shape = shape(false);

        Snapshot snapshot = Snapshot.of(SERIES, FEATURES, shape, 3.5, seen -> {
            assertThat(seen).isEqualTo(Families.curve(50, 80, 70));
            return 85;
        });

        assertThat(Snapshot.ANCHORS).containsExactly("last", "best", "recent", "top", "curve");
        assertThat(snapshot.anchors()).containsExactly(70, 80, 200 / 3.0, 200 / 3.0, 85);
        assertThat(snapshot.beginning()).containsExactly(50, 80, 80);
        assertThat(snapshot.columns().get(0))
                .containsExactly(logs(30, 20, 100 / 3.0, 100 / 3.0, 15, 50, 50), within(1e-12));
        assertThat(snapshot.columns().get(1))
                .containsExactly(new double[] {Math.log(1), Math.log(7 / 3.0)}, within(1e-5));
        assertThat(snapshot.columns().get(2))
                .containsExactly(new double[] {-Math.log(2), Math.log(1e6)}, within(1e-12));
    }

    @Test
    void theFirstHalfOfACompanionIsAColumnOfItsOwnWhereItIsWanted() {
        Snapshot snapshot = Snapshot.of(SERIES, FEATURES, shape(true), 4, seen -> 90);

        assertThat(snapshot.columns().get(1)).hasSize(3);
        assertThat(snapshot.columns().get(1)[2]).isCloseTo(Math.log(3), within(1e-5));
    }

    @Test
    void aCurveWithoutAForecastIsAnchoredAtItsBestValue() {
        Snapshot snapshot = Snapshot.of(SERIES, FEATURES, shape(false), 3, seen -> Double.NaN);

        assertThat(snapshot.anchors()[4]).isEqualTo(80);
    }

    @Test
    void beforeTheFirstMeasurementNothingIsKnown() {
        Snapshot snapshot = Snapshot.of(SERIES, FEATURES, shape(false), 0.5, seen -> Double.NaN);

        assertThat(snapshot.anchors()).containsOnly(Double.NaN);
        assertThat(snapshot.beginning()).isEmpty();
        assertThat(snapshot.columns().get(0)).containsOnly(Math.log(100.02));
        assertThat(snapshot.columns().get(1)).containsOnly(Double.POSITIVE_INFINITY);
    }

    @Test
    void aShapeHasOnlyWhatAllTrainingsHave() {
        Observation observation = new Observation(
                SERIES, Families.ACCURACY, 10, Optional.empty(), Map.of("flops", 1.0, "depth", 2.0, "width", 3.0));
        FinishedTraining one = finished(SERIES, Map.of("flops", 1.0, "width", 3.0, "more", 1.0));
        FinishedTraining other = finished(
                Map.of("val_accuracy", Families.curve(1), "train_loss", Families.curve(1), "extra", Families.curve(1)),
                Map.of("width", 1.0, "depth", 1.0));

        SnapshotShape shape = SnapshotShape.of(observation, List.of(one, other));

        assertThat(shape.fitness()).isEqualTo(Families.ACCURACY);
        assertThat(shape.companions()).containsExactly(FitnessMeasure.named("train_loss"));
        assertThat(shape.features()).containsExactly("width");
        assertThat(shape.early()).isFalse();
    }

    @Test
    void theFirstHalfIsLookedAtFromEightPointsOn() {
        assertThat(early(7)).isFalse();
        assertThat(early(8)).isTrue();
    }

    private static boolean early(int points) {
        Observation observation = Observation.of(Families.ACCURACY, Families.curve(new double[points]), 20);
        return SnapshotShape.of(observation, List.of()).early();
    }

    private static SnapshotShape shape(boolean early) {
        return new SnapshotShape(
                Families.ACCURACY, List.of(FitnessMeasure.named("train_loss")), List.of("bias", "flops"), early);
    }

    private static FinishedTraining finished(Map<String, LearningCurve> series, Map<String, Double> features) {
        return new FinishedTraining("n", "d", series, true, features);
    }

    private static double[] logs(double... distances) {
        double[] logs = new double[distances.length];
        for (int i = 0; i < logs.length; i++) {
            logs[i] = Math.log(distances[i] + 0.02);
        }
        return logs;
    }
}
