package org.plateau.prediction.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plateau.core.fitness.Direction;
import org.plateau.core.fitness.FitnessMeasure;

class PointsConversionTest {
    @ParameterizedTest
    @CsvSource({
        "any, val_accuracy, 97.5, 98, 97.5",
        "any, val_accuracy, 0.5, 0.9, 50",
        "any, val_accuracy, 0.5, 98, 0.5",
        "any, val_ssim, 0.7, 0.72, 70",
        "any, val_ssim, -0.01, 0.72, 0",
        "any, val_ssim, 0.72, -0.01, 72",
        "any, val_map, 35, 60, 35",
        "any, test_error, 12, 30, 88",
        "any, test_error, 0.12, 0.3, 88",
        "any, val_wer, 0.25, 2, 75",
        "any, val_wer, 1.5, 2, 0",
        "taskset, val_loss, 0.6931471805599453, 5, 50",
        "taskset, val_loss, 0, 5, 100",
        "taskset_other, val_loss, 6e10, 5, 0",
        "nasbenchnlp_wt2, test_loss, 10.412651796975453, 5, 0",
        "nasbenchnlp_wt2, test_loss, 5.2063258984877265, 5, 50",
        "nasbenchnlp_wt2, test_loss, 18, 5, 0"
    })
    void boundedMeasuresHaveTheirOwnPoints(String source, String measure, double value, double other, double points) {
        PointsConversion conversion = conversion(source, measure, value, other);

        assertThat(conversion.points().applyAsDouble(value)).isCloseTo(points, within(1e-6));
        assertThat(conversion.measure()).isEqualTo(new FitnessMeasure(measure, Direction.MAXIMIZE, 0, 100));
    }

    @Test
    void anyOtherLossLiesBetweenTheFifthAndNinetyFifthPercentileOfTheFinals() {
        // 21 finals 0, 1 … 20: the percentiles are 1 and 19.
        double[] finals = java.util.stream.IntStream.rangeClosed(0, 20)
                .mapToDouble(i -> i)
                .toArray();

        PointsConversion conversion = PointsConversion.of("gluon", FitnessMeasure.named("val_loss"), finals, finals);

        assertThat(conversion.points().applyAsDouble(1)).isCloseTo(100, within(1e-9));
        assertThat(conversion.points().applyAsDouble(19)).isCloseTo(0, within(1e-9));
        assertThat(conversion.points().applyAsDouble(10)).isCloseTo(50, within(1e-9));
        assertThat(conversion.points().applyAsDouble(28)).isCloseTo(-50, within(1e-9));
        assertThat(conversion.measure().direction()).isEqualTo(Direction.MAXIMIZE);
        assertThat(conversion.measure().upper()).isInfinite();
    }

    @Test
    void aMeasureThatGrowsKeepsItsDirection() {
        double[] finals = {10, 10, 30, 30};

        PointsConversion conversion = PointsConversion.of("gym", FitnessMeasure.named("val_reward"), finals, finals);

        assertThat(conversion.points().applyAsDouble(30)).isCloseTo(100, within(1e-9));
        assertThat(conversion.points().applyAsDouble(10)).isCloseTo(0, within(1e-9));
    }

    @Test
    void finalsThatAreAllTheSameStillTellBetterFromWorse() {
        PointsConversion conversion = conversion("gluon", "val_loss", 3, 3);

        assertThat(conversion.points().applyAsDouble(2))
                .isGreaterThan(conversion.points().applyAsDouble(3));
        assertThat(conversion.points().applyAsDouble(3)).isZero();
    }

    @Test
    void whatIsNoFiniteNumberBecomesNaN() {
        PointsConversion conversion = conversion("taskset", "val_loss", 1, 2);

        assertThat(conversion
                        .convert(Recorded.curve(0, Double.POSITIVE_INFINITY, Double.NaN))
                        .values())
                .containsExactly(100, Double.NaN, Double.NaN);
    }

    private static PointsConversion conversion(String source, String measure, double... values) {
        return PointsConversion.of(source, FitnessMeasure.named(measure), values, values);
    }
}
