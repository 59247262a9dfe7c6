package org.plateau.prediction.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.plateau.core.fitness.Direction;
import org.plateau.core.fitness.LearningCurve;

/** How points are made ready: spikes, averages, weights, prefixes. */
class PreparationTest {
    @Test
    void aSpikeIsPutInTheMiddleOfItsNeighbours() {
        double[] values = {1, 2, 3, 4, 500, 6, 7, 8, 9};

        int mended = Spikes.mend(values, 6);

        assertThat(mended).isEqualTo(1);
        assertThat(values).containsExactly(1, 2, 3, 4, 6, 6, 7, 8, 9);
    }

    @Test
    void risesAndStepsAndTheEndsAreNoSpikes() {
        double[] steep = {0, 50, 75, 87, 93, 96, 98, 99};
        double[] step = {10, 10, 10, 10, 70, 70, 70, 70};
        double[] ends = {90, 5, 5, 5, 5, 5, 5, 5, 90};
        for (double[] values : List.of(steep, step, ends)) {
            double[] before = values.clone();
            assertThat(Spikes.mend(values, 6)).isZero();
            assertThat(values).containsExactly(before);
        }
    }

    @Test
    void noiseIsNotMended() {
        long seed = System.nanoTime();
        double[] noise = new Random(seed).doubles(10_000, 50, 60).toArray();

        assertThat(Spikes.mend(noise, 6)).as("seed %d", seed).isLessThan(10);
        assertThat(Spikes.mend(new double[] {1, 2, 900, 3, 4}, Double.POSITIVE_INFINITY))
                .isZero();
    }

    @Test
    void longCurvesAreAveragedInTheMiddleOnly() {
        int[] starts = Thinned.starts(1000, 32, 4);

        assertThat(starts).hasSize(33).startsWith(0, 1, 2, 3, 4).endsWith(996, 997, 998, 999, 1000);
        int[] widths =
                IntStream.range(4, 28).map(i -> starts[i + 1] - starts[i]).toArray();
        assertThat(Arrays.stream(widths).summaryStatistics().getMax()
                        - Arrays.stream(widths).summaryStatistics().getMin())
                .isLessThanOrEqualTo(1);
        assertThat(Thinned.starts(1000, 40, 12))
                .hasSize(41)
                .isSorted()
                .startsWith(0, 1, 2, 3, 4)
                .endsWith(988, 989, 990, 991, 992, 993, 994, 995, 996, 997, 998, 999, 1000);
        assertThat(Thinned.starts(33, 32, 4)).hasSize(33).isSorted().doesNotHaveDuplicates();
        assertThat(Thinned.starts(32, 32, 4))
                .containsExactly(IntStream.rangeClosed(0, 32).toArray());
        assertThat(Thinned.means(new double[] {1, 2, 6, 10}, new int[] {0, 1, 4}))
                .containsExactly(1, 6);
    }

    @Test
    void weightsSumUpToTheNumberOfValuesAndGrowWithTheEpochs() {
        LearningCurve curve = LearningCurve.of(new double[] {0, 5, 10}, new double[] {1, Double.NaN, 3});

        SweptPoints points =
                new SweptPoints(curve, Direction.MAXIMIZE, 20, new SweepSettings(2, 6, 1e100, 32, List.of(), 1, 0, 1));

        assertThat(points.count()).isEqualTo(2);
        assertThat(points.weights()[0] + points.weights()[1]).isCloseTo(2, Offset.offset(1e-12));
        assertThat(points.weights()[1] / points.weights()[0]).isCloseTo(Math.exp(2), Offset.offset(1e-9));
        assertThat(points.scaling().unscaled(points.of(Series.RAW).values()[1])).isCloseTo(3, Offset.offset(1e-12));
        assertThat(points.scaling().scaled(3)).isCloseTo(points.of(Series.RAW).values()[1], Offset.offset(1e-12));
    }

    @Test
    void prefixesAreTheSharesAndTheLastEpochsEachOnce() {
        LearningCurve curve = SweepTest.noisy(new Random(1), 20);

        SweptPoints points = new SweptPoints(
                curve, Direction.MAXIMIZE, 40, new SweepSettings(0, 6, 1e100, 32, List.of(0.5, 0.9, 0.01), 3, 0, 1));

        assertThat(points.prefixes()).containsExactly(10, 18, 19, 20);
    }

    @Test
    void settingsThatMakeNoSenseAreRefused() {
        assertThatThrownBy(() -> new SweepSettings(-1, 6, 1e100, 32, List.of(), 1, 0, 1))
                .hasMessageContaining("recency")
                .hasMessageContaining("-1.0");
        assertThatThrownBy(() -> new SweepSettings(1, 0, 1e100, 32, List.of(), 1, 0, 1))
                .hasMessageContaining("spike");
        assertThatThrownBy(() -> new SweepSettings(1, 6, 0, 32, List.of(), 1, 0, 1))
                .hasMessageContaining("reach");
        assertThatThrownBy(() -> new SweepSettings(1, 6, 3, 32, List.of(), 1, 0, -1))
                .hasMessageContaining("share");
        assertThatThrownBy(() -> new SweepSettings(1, 6, 1e100, 8, List.of(), 1, 0, 1))
                .hasMessageContaining("points")
                .hasMessageContaining("8");
        assertThatThrownBy(() -> new SweepSettings(1, 6, 1e100, 32, List.of(1.0), 1, 0, 1))
                .hasMessageContaining("share");
        assertThatThrownBy(() -> new SweepSettings(1, 6, 1e100, 32, List.of(), 0, 0, 1))
                .hasMessageContaining("memory");
        assertThatThrownBy(() -> new SweepSettings(1, 6, 1e100, 32, List.of(), 1, -1, 1))
                .hasMessageContaining("refinements");
    }
}
