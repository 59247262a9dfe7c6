package org.plateau.prediction.history;

/** Order statistics of small samples. */
final class Order {
    private Order() {}

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
