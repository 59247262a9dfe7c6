package org.plateau.charts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.plateau.core.fitness.FitnessMeasure;

class AxisTest {
    @Test
    void ticksAreRoundAndInsideTheRange() {
        assertThat(labels(0, 25)).containsExactly("0", "5", "10", "15", "20", "25");
        assertThat(labels(0.12, 0.31)).containsExactly("0.15", "0.20", "0.25", "0.30");
        assertThat(labels(-1, 1)).containsExactly("−1.0", "−0.5", "0", "0.5", "1.0");
        assertThat(labels(0, 2_400_000)).containsExactly("0", "0.5M", "1.0M", "1.5M", "2.0M");
        assertThat(labels(20_000, 61_000)).containsExactly("20k", "30k", "40k", "50k", "60k");
    }

    @Test
    void anyRangeHasAFewDifferentTicksInOrder() {
        for (long seed = 0; seed < 2000; seed++) {
            Random random = new Random(seed);
            double low = random.nextGaussian() * Math.pow(10, random.nextInt(-6, 12));
            double high = low + random.nextExponential() * Math.pow(10, random.nextInt(-6, 12));
            Range range = Range.covering(DoubleStream.of(low, high), FitnessMeasure.named("anything"))
                    .orElseThrow();
            Axis axis = new Axis(range, 0, 500);

            double[] ticks = axis.ticks(70);

            assertThat(ticks)
                    .as("seed %s, %s", seed, range)
                    .hasSizeBetween(2, 8)
                    .isSorted();
            assertThat(Arrays.stream(ticks).map(axis::at).min().orElseThrow()).isGreaterThan(-1e-6);
            assertThat(Arrays.stream(ticks).map(axis::at).max().orElseThrow()).isLessThan(500 + 1e-6);
        }
    }

    @Test
    void valuesLieLinearlyBetweenTheEnds() {
        Axis upwards = new Axis(new Range(50, 100), 400, 0);

        assertThat(upwards.at(50)).isEqualTo(400);
        assertThat(upwards.at(75)).isCloseTo(200, within(1e-9));
        assertThat(upwards.at(100)).isZero();
    }

    @Test
    void aRangeStaysInsideTheBoundsOfItsMeasure() {
        FitnessMeasure accuracy = FitnessMeasure.named("val_accuracy");

        assertThat(Range.covering(DoubleStream.of(60, 100), accuracy)).hasValue(new Range(58.4, 100));
        assertThat(Range.covering(DoubleStream.of(0), accuracy)).hasValue(new Range(0, 1));
        assertThat(Range.covering(DoubleStream.of(Double.NaN, 1e200), accuracy)).isEmpty();
    }

    private static String[] labels(double lower, double upper) {
        Axis axis = new Axis(new Range(lower, upper), 0, 400);
        return Arrays.stream(axis.ticks(70))
                .mapToObj(tick -> axis.label(tick, 70))
                .toArray(String[]::new);
    }
}
