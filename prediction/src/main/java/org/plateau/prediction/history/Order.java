package org.plateau.prediction.history;

import java.util.Arrays;

/** Order statistics of small samples. */
final class Order {
    private Order() {}

    static double median(double[] values) {
        return quantile(values, 0.5);
    }

    /** Largest minus smallest. */
    static double range(double[] values) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (double value : values) {
            low = Math.min(low, value);
            high = Math.max(high, value);
        }
        return high - low;
    }

    /** Linear between the order statistics, the smallest at 0 and the largest at 1; NaN of nothing. */
    static double quantile(double[] values, double share) {
        if (values.length == 0) {
            return Double.NaN;
        }
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        double place = share * (sorted.length - 1);
        int below = (int) place;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
    }

    /** Kendall's τ-a of two samples, in [−1, 1]: concordant minus discordant pairs, ties count for nothing. */
    static double concordance(double[] x, double[] y) {
        int n = x.length;
        if (n < 2) {
            return 0;
        }
        int sum = 0;
        for (int i = 1; i < n; i++) {
            for (int j = 0; j < i; j++) {
                sum += (int) (Math.signum(x[i] - x[j]) * Math.signum(y[i] - y[j]));
            }
        }
        return 2.0 * sum / ((double) n * (n - 1));
    }
}
