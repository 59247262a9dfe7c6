package org.plateau.prediction.history;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Experts mixed by their records: the weight of each is its {@linkplain Expert#loss loss} to the power of −4, the best
 * five count. With few finished trainings records say little; there the last expert, which saw everything, speaks.
 */
final class ExpertMix {
    private static final int COUNT = 5;
    private static final double SHARPNESS = 4;
    /** With as many finished trainings the records count as much as the expert that saw everything. */
    private static final double TRUST = 20;

    private static final double WORTH_NAMING = 0.05;

    private final List<Expert> experts;
    private final double[] weights;
    private final double[] leftOut;

    /**
     * @param experts the last one saw everything
     * @param point one point of the measure, in its unit
     */
    ExpertMix(List<Expert> experts, double point) {
        this.experts = List.copyOf(experts);
        int finished = experts.get(0).leftOut().length;
        weights = weights(experts, point, finished);
        leftOut = new double[finished];
        for (int expert = 0; expert < weights.length; expert++) {
            for (int i = 0; weights[expert] > 0 && i < finished; i++) {
                leftOut[i] += weights[expert] * experts.get(expert).leftOut()[i];
            }
        }
    }

    private static double[] weights(List<Expert> experts, double point, int finished) {
        double[] losses =
                experts.stream().mapToDouble(expert -> expert.loss(point)).toArray();
        int last = losses.length - 1;
        double worst =
                Arrays.stream(losses).sorted().skip(COUNT - 1L).findFirst().orElse(Double.POSITIVE_INFINITY);
        double[] weights = new double[losses.length];
        double sum = 0;
        for (int i = 0; i < losses.length; i++) {
            weights[i] = losses[i] <= worst ? Math.pow(losses[i] / losses[last], -SHARPNESS) : 0;
            sum += weights[i];
        }
        double trusted = sum > 0 && Double.isFinite(sum) ? share(finished) : 0;
        for (int i = 0; i < losses.length; i++) {
            weights[i] = trusted > 0 ? trusted * weights[i] / sum : 0;
        }
        weights[last] += 1 - trusted;
        return weights;
    }

    private static double share(double finished) {
        return finished * finished / (finished * finished + TRUST * TRUST);
    }

    /**
     * The mix of what the experts say.
     *
     * @param values in the experts' order; those of experts without weight are not looked at
     */
    double of(double[] values) {
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += weights[i] > 0 ? weights[i] * values[i] : 0;
        }
        return sum;
    }

    /** What the mix says of every finished training when it knows only the others. */
    double[] leftOut() {
        return leftOut;
    }

    /** The experts that count, the greatest first, with their shares. */
    List<String> explanation() {
        return IntStream.range(0, weights.length)
                .filter(i -> weights[i] >= WORTH_NAMING)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> -weights[i]))
                .map(i -> "%s %.0f %%".formatted(experts.get(i).name(), 100 * weights[i]))
                .toList();
    }
}
