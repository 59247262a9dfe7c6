package org.plateau.prediction.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ExpertMixTest {
    private static final double[] TRUTHS = {1, 2, 3, 4};

    @Test
    void anExpertsRecordIsItsMeanErrorAndWhatItMissesOfTheOrder() {
        Expert expert = Expert.of("one", new double[] {2, 1, 3, 6}, TRUTHS);

        assertThat(expert.error()).isEqualTo((1 + 1 + 0 + 2) / 4.0);
        assertThat(expert.disorder()).isCloseTo(1 - 4 / 6.0, within(1e-12));
        assertThat(expert.loss(0.1)).isCloseTo((1 + 1e-4) * (1 / 3.0 + 0.05), within(1e-12));
    }

    @Test
    void oneThatSaysNothingIsTheWorst() {
        assertThat(Expert.of("mute", new double[] {Double.NaN, 2, 3, 4}, TRUTHS).loss(1))
                .isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(Expert.of("wild", new double[] {Double.POSITIVE_INFINITY, 2, 3, 4}, TRUTHS)
                        .loss(1))
                .isEqualTo(Double.POSITIVE_INFINITY);
    }

    @Test
    void weightsAreThoseOfTheDefinition() {
        long seed = 20_261_124;
        System.out.println("ExpertMixTest seed " + seed);
        Random random = new Random(seed);
        for (int round = 0; round < 200; round++) {
            int finished = 3 + random.nextInt(40);
            double[] truths = random.doubles(finished, 50, 90).toArray();
            List<Expert> experts = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                double spread = 1 + 5 * random.nextDouble();
                double[] said = IntStream.range(0, finished)
                        .mapToDouble(k -> truths[k] + spread * random.nextGaussian())
                        .toArray();
                experts.add(Expert.of("expert " + i, said, truths));
            }
            double[] says = random.doubles(8, 50, 90).toArray();

            ExpertMix mix = new ExpertMix(experts, 1);

            double[] weights = weights(experts, finished);
            double expected =
                    IntStream.range(0, 8).mapToDouble(i -> weights[i] * says[i]).sum();
            assertThat(mix.of(says)).as("seed %d", seed).isCloseTo(expected, within(1e-9));
            double second = IntStream.range(0, 8)
                    .mapToDouble(i -> weights[i] * experts.get(i).leftOut()[1])
                    .sum();
            assertThat(mix.leftOut()[1]).isCloseTo(second, within(1e-9));
            assertThat(mix.explanation()).hasSize((int)
                    IntStream.range(0, 8).filter(i -> weights[i] >= 0.05).count());
        }
    }

    private static double[] weights(List<Expert> experts, int finished) {
        List<Integer> best = IntStream.range(0, experts.size())
                .boxed()
                .sorted(Comparator.comparingDouble(i -> experts.get(i).loss(1)))
                .limit(5)
                .toList();
        double[] weights = new double[experts.size()];
        best.forEach(i -> weights[i] = Math.pow(experts.get(i).loss(1), -4));
        double sum =
                IntStream.range(0, weights.length).mapToDouble(i -> weights[i]).sum();
        double share = finished * finished / (finished * finished + 400.0);
        for (int i = 0; i < weights.length; i++) {
            weights[i] *= share / sum;
        }
        weights[weights.length - 1] += 1 - share;
        return weights;
    }

    @Test
    void theExplanationNamesTheGreatestPartsFirst() {
        double[] truths = IntStream.range(0, 40).asDoubleStream().toArray();
        Expert right = Expert.of("right", truths, truths);
        Expert wrong = Expert.of("wrong", new double[40], truths);
        Expert last = Expert.of("everything", new double[40], truths);

        ExpertMix mix = new ExpertMix(List.of(wrong, right, last), 1);

        assertThat(mix.explanation()).containsExactly("right 80 %", "everything 20 %");
    }

    @Test
    void perfectExpertsAndMuteOnesNeverGiveNonsense() {
        double[] truths = {1, 2, 3};
        Expert perfect = Expert.of("perfect", truths, truths);
        Expert mute = Expert.of("mute", new double[] {Double.NaN, Double.NaN, Double.NaN}, truths);

        // Of a measure without a range the point is 0, and so is the loss of a perfect expert.
        for (List<Expert> experts :
                List.of(List.of(perfect, perfect), List.of(mute, perfect), List.of(mute, mute, perfect, perfect))) {
            ExpertMix mix = new ExpertMix(experts, 0);

            double[] says = experts.stream()
                    .mapToDouble(expert -> expert.name().equals("mute") ? Double.NaN : 7)
                    .toArray();
            assertThat(mix.of(says)).isCloseTo(7, within(1e-12));
            assertThat(mix.leftOut()).containsExactly(truths, within(1e-12));
        }
    }
}
