package org.plateau.prediction.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.plateau.core.fitness.Direction;
import org.plateau.core.fitness.FitnessMeasure;

class LogDistanceTest {
    private static final FitnessMeasure PENALTY =
            new FitnessMeasure("penalty", Direction.MINIMIZE, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);

    @Test
    void anAccuracyIsTheLogarithmOfWhatIsMissingAndAFiftiethOfAPoint() {
        LogDistance distance = LogDistance.of(FitnessMeasure.named("val_accuracy"));

        assertThat(distance.of(90)).isCloseTo(Math.log(10.02), within(1e-12));
        assertThat(distance.of(100)).isCloseTo(Math.log(0.02), within(1e-12));
        assertThat(LogDistance.of(FitnessMeasure.named("val_f1")).of(0.9)).isCloseTo(Math.log(0.1002), within(1e-12));
    }

    @Test
    void aLossIsItsLogarithmAndAMeasureWithoutABestValueItselfAsACost() {
        assertThat(LogDistance.of(FitnessMeasure.named("val_loss")).of(2)).isCloseTo(Math.log(2), within(1e-6));
        assertThat(LogDistance.of(FitnessMeasure.named("val_score")).of(-7)).isEqualTo(7);
        assertThat(LogDistance.of(PENALTY).of(-7)).isEqualTo(-7);
        // A best value without a worst one is enough.
        assertThat(LogDistance.of(FitnessMeasure.named("val_r2")).of(0.5)).isCloseTo(Math.log(0.5), within(1e-5));
        assertThat(LogDistance.of(FitnessMeasure.named("val_psnr")).of(30)).isEqualTo(-30);
    }

    @Test
    void everyValueComesBackAndBetterOnesAreSmaller() {
        long seed = 20_261_124;
        System.out.println("LogDistanceTest seed " + seed);
        Random random = new Random(seed);
        for (FitnessMeasure measure : measures()) {
            LogDistance distance = LogDistance.of(measure);
            for (int i = 0; i < 1000; i++) {
                double one = inside(measure, 30 * random.nextGaussian());
                double other = inside(measure, 30 * random.nextGaussian());

                assertThat(distance.value(distance.of(one)))
                        .as("%s %s", measure.name(), one)
                        .isCloseTo(one, within(1e-10));
                assertThat(distance.of(one) < distance.of(other))
                        .as("%s %s %s", measure.name(), one, other)
                        .isEqualTo(measure.direction().better(one, other));
            }
        }
    }

    @Test
    void anErrorRateHasTheSamePlacesAsItsAccuracy() {
        LogDistance accuracy = LogDistance.of(FitnessMeasure.named("val_accuracy"));
        LogDistance error = LogDistance.of(FitnessMeasure.named("val_error"));

        for (double value = 0; value <= 100; value += 0.5) {
            assertThat(error.of(100 - value)).isCloseTo(accuracy.of(value), within(1e-12));
        }
    }

    @Test
    void noPlaceIsOutsideOfTheBounds() {
        for (FitnessMeasure measure : measures()) {
            LogDistance distance = LogDistance.of(measure);
            for (double place : new double[] {-1e300, -50, 0, 50, 1e300, Double.POSITIVE_INFINITY}) {
                assertThat(distance.value(place)).as(measure.name()).isBetween(measure.lower(), measure.upper());
            }
        }
        LogDistance accuracy = LogDistance.of(FitnessMeasure.named("val_accuracy"));
        assertThat(accuracy.of(1e9)).isEqualTo(accuracy.of(100));
        assertThat(accuracy.of(-1e9)).isEqualTo(accuracy.of(0));
    }

    @Test
    void noNumberIsTheWorstThereIs() {
        assertThat(LogDistance.of(FitnessMeasure.named("val_accuracy")).of(Double.NaN))
                .isCloseTo(Math.log(100.02), within(1e-12));
        assertThat(LogDistance.of(FitnessMeasure.named("val_error")).of(Double.NaN))
                .isCloseTo(Math.log(100.02), within(1e-12));
        for (String unbounded : List.of("val_loss", "val_r2", "val_score")) {
            assertThat(LogDistance.of(FitnessMeasure.named(unbounded)).of(Double.NaN))
                    .as(unbounded)
                    .isEqualTo(Double.POSITIVE_INFINITY);
        }
    }

    private static List<FitnessMeasure> measures() {
        return List.of(
                FitnessMeasure.named("val_accuracy"),
                FitnessMeasure.named("val_error"),
                FitnessMeasure.named("val_loss"),
                FitnessMeasure.named("val_f1"),
                FitnessMeasure.named("val_mcc"),
                FitnessMeasure.named("val_r2"),
                FitnessMeasure.named("val_psnr"),
                FitnessMeasure.named("val_score"),
                PENALTY);
    }

    private static double inside(FitnessMeasure measure, double value) {
        return Math.min(measure.upper(), Math.max(measure.lower(), value));
    }
}
