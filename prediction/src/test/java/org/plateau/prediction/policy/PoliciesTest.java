package org.plateau.prediction.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.plateau.core.fitness.Direction;
import org.plateau.core.fitness.LearningCurve;

class PoliciesTest {
    @ParameterizedTest
    @EnumSource(Direction.class)
    void stopAllFinishesTheBestOfTheEpochWhereAllStopped(Direction direction) {
        Random random = seeded("stop-all");
        for (int round = 0; round < 100; round++) {
            double[][] values = Populations.random(random, 1 + random.nextInt(15), 2 + random.nextInt(8));
            int first = 1 + random.nextInt(values[0].length);
            int finish = random.nextInt(5);
            int[] expected = new int[values.length];
            Arrays.fill(expected, first);
            best(values, IntStream.range(0, values.length).boxed().toList(), first, finish, direction)
                    .forEach(network -> expected[network] = values[network].length);

            assertThat(Populations.train(new StopAll(first, finish), direction, values))
                    .isEqualTo(expected);
        }
    }

    @ParameterizedTest
    @EnumSource(Direction.class)
    void halvingTrainsAShrinkingShareOfTheBestFromRungToRung(Direction direction) {
        Random random = seeded("halving");
        for (int round = 0; round < 100; round++) {
            double[][] values = Populations.random(random, 1 + random.nextInt(30), 1 + random.nextInt(30));
            int factor = 2 + random.nextInt(3);
            int[] expected = new int[values.length];
            List<Integer> left = IntStream.range(0, values.length).boxed().toList();
            for (int rung = 1; ; rung *= factor) {
                int epoch = Math.min(rung, values[0].length);
                left.forEach(network -> expected[network] = epoch);
                if (epoch == values[0].length) {
                    break;
                }
                left = best(values, left, epoch, (left.size() + factor - 1) / factor, direction);
            }

            assertThat(Populations.train(new SuccessiveHalving(1, factor), direction, values))
                    .isEqualTo(expected);
        }
    }

    /** The best by the value of an epoch, no number last, the first to arrive first among equals. */
    private static List<Integer> best(
            double[][] values, List<Integer> networks, int epoch, int count, Direction direction) {
        List<Integer> sorted = new ArrayList<>(networks);
        sorted.sort(Comparator.comparingDouble(network -> {
            double value = values[network][epoch - 1];
            return Double.isNaN(value) ? Double.MAX_VALUE : direction == Direction.MAXIMIZE ? -value : value;
        }));
        return sorted.subList(0, Math.min(count, sorted.size()));
    }

    @ParameterizedTest
    @EnumSource(Direction.class)
    void theMedianRuleComparesTheBestWithRunningAverages(Direction direction) {
        Random random = seeded("median");
        for (int round = 0; round < 300; round++) {
            double[][] values = Populations.random(random, 1 + random.nextInt(9), 6);
            int startup = 1 + random.nextInt(4);
            double[] mine = Populations.random(random, 1, 1 + random.nextInt(5))[0];
            List<LearningCurve> finished =
                    Arrays.stream(values).map(Populations::curve).toList();

            double[] averages = Arrays.stream(values)
                    .mapToDouble(one -> Arrays.stream(one, 0, mine.length).sum() / mine.length)
                    .filter(average -> !Double.isNaN(average))
                    .sorted()
                    .toArray();
            double best = Arrays.stream(mine)
                    .filter(value -> !Double.isNaN(value))
                    .map(value -> direction == Direction.MAXIMIZE ? value : -value)
                    .max()
                    .orElse(Double.NEGATIVE_INFINITY);
            double median = averages.length == 0
                    ? Double.NaN
                    : (averages[(averages.length - 1) / 2] + averages[averages.length / 2]) / 2;
            boolean expected = values.length >= startup && best < (direction == Direction.MAXIMIZE ? median : -median);

            assertThat(new MedianStopping(startup).stops(Populations.curve(mine), finished, direction))
                    .isEqualTo(expected);
        }
    }

    @Test
    void theMedianRuleTrainsOnByOneEpochWhatIsNotStopped() {
        double[][] values = {{50, 60, 70}, {10, 20, 30}, {55, 1, 1}};

        // The first is finished; the second is worse than it was on average, the third is not.
        assertThat(new MedianStopping(1)
                        .next(Populations.at(Direction.MAXIMIZE, values, new int[] {3, 1, 1}))
                        .keySet())
                .containsExactly("2");
        assertThat(Populations.train(new MedianStopping(4), Direction.MAXIMIZE, values))
                .containsExactly(3, 3, 3);
    }

    @Test
    void trainingsThatBrokeOffAreNotSentOn() {
        double[][] values = {{50, 60, 70, 80}, {90, Double.NaN}, {40, 50, 60, 70}};

        assertThat(Populations.train(new StopAll(3, 1), Direction.MAXIMIZE, values))
                .containsExactly(4, 2, 3);
        assertThat(Populations.train(new SuccessiveHalving(1, 2), Direction.MAXIMIZE, values))
                .containsExactly(4, 2, 1);
        assertThat(Populations.train(new MedianStopping(9), Direction.MAXIMIZE, values))
                .containsExactly(4, 2, 4);
    }

    @Test
    void settingsOutOfRangeAreRefusedWithTheValue() {
        assertThatThrownBy(() -> new StopAll(0, 1)).hasMessageContaining("> 0, but were 0.0");
        assertThatThrownBy(() -> new StopAll(1, -1)).hasMessageContaining("≥ 0, but was -1");
        assertThatThrownBy(() -> new SuccessiveHalving(0, 2)).hasMessageContaining("> 0, but was 0.0");
        assertThatThrownBy(() -> new SuccessiveHalving(1, 1)).hasMessageContaining("> 1, but was 1.0");
        assertThatThrownBy(() -> new MedianStopping(0)).hasMessageContaining("≥ 1, but were 0");
    }

    private static Random seeded(String name) {
        long seed = System.nanoTime();
        System.out.println("PoliciesTest " + name + " seed " + seed);
        return new Random(seed);
    }
}
