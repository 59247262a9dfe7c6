package org.plateau.prediction.history;

import java.util.Arrays;
import org.plateau.core.fitness.Direction;
import org.plateau.core.fitness.LearningCurve;

/**
 * What a curve's beginning says of its height, in the measure's own unit. Values that are no numbers are left out.
 *
 * @param last value
 * @param best value
 * @param recent mean of the last values, three at least and a quarter of all
 * @param top mean of the best three values
 * @param early best value of the first half
 * @param half mean of the first half
 */
record Levels(double last, double best, double recent, double top, double early, double half) {
    private static final Levels NONE =
            new Levels(Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN);
    private static final int FEW = 3;

    static Levels of(LearningCurve curve, Direction direction) {
        double[] values = Arrays.stream(curve.values()).filter(Double::isFinite).toArray();
        int n = values.length;
        if (n == 0) {
            return NONE;
        }
        int firstHalf = Math.max(1, n / 2);
        double early = Double.NaN;
        for (int i = 0; i < firstHalf; i++) {
            early = direction.best(early, values[i]);
        }
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        boolean up = direction == Direction.MAXIMIZE;
        int few = Math.min(n, FEW);
        return new Levels(
                values[n - 1],
                up ? sorted[n - 1] : sorted[0],
                mean(values, n - Math.min(n, Math.max(FEW, n / 4)), n),
                up ? mean(sorted, n - few, n) : mean(sorted, 0, few),
                early,
                mean(values, 0, firstHalf));
    }

    private static double mean(double[] values, int from, int to) {
        double sum = 0;
        for (int i = from; i < to; i++) {
            sum += values[i];
        }
        return sum / (to - from);
    }
}
