package org.plateau.prediction.sweep;

/** Which neighbouring points of a long curve are averaged: none of the first and the last ones, where most happens. */
final class Thinned {
    /** Points at either end that are kept as they are. */
    static final int SINGLE = 4;

    private Thinned() {}

    /** Where each average begins, and at the end the number of points. */
    static int[] starts(int points, int limit) {
        if (points <= limit) {
            int[] starts = new int[points + 1];
            for (int i = 0; i <= points; i++) {
                starts[i] = i;
            }
            return starts;
        }
        int[] starts = new int[limit + 1];
        int bins = limit - 2 * SINGLE;
        long inside = points - 2L * SINGLE;
        for (int i = 0; i <= limit; i++) {
            int bin = i - SINGLE;
            starts[i] = bin <= 0 ? i : bin >= bins ? points - (limit - i) : SINGLE + (int) (bin * inside / bins);
        }
        return starts;
    }

    /** The means of neighbouring numbers. */
    static double[] means(double[] numbers, int[] starts) {
        double[] means = new double[starts.length - 1];
        for (int bin = 0; bin < means.length; bin++) {
            for (int i = starts[bin]; i < starts[bin + 1]; i++) {
                means[bin] += (numbers[i] - means[bin]) / (i - starts[bin] + 1);
            }
        }
        return means;
    }
}
