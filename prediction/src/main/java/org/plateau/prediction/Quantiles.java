package org.plateau.prediction;

import java.util.Arrays;

/** Quantiles of samples. */
public final class Quantiles {
    private Quantiles() {}

    /** The quantile by linear interpolation between order statistics (Hyndman and Fan 1996, definition 7). */
    public static double of(double[] sorted, double share) {
        double place = share * (sorted.length - 1);
        int below = (int) place;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
    }

    /** The median of values in any order, NaN of none. */
    public static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted.length == 0 ? Double.NaN : of(sorted, 0.5);
    }
}
