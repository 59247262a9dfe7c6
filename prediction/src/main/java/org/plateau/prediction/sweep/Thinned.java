package org.plateau.prediction.sweep;

/** Which neighbouring points of a long curve are averaged: none of the first and the last ones, where most happens. */
final class Thinned {
    /** Points that are kept as they are: at the beginning, and at least as many at the end. */
    static final int SINGLE = 4;

    private Thinned() {}

    /**
     * Where each average begins, and at the end the number of points.
     *
     * @param last points at the end that are kept as they are, at least {@link #SINGLE}
     */
    static int[] starts(int points, int limit, int last) {
        if (points <= limit) {
            int[] starts = new int[points + 1];
            for (int i = 0; i <= points; i++) {
                starts[i] = i;
            }
            return starts;
        }
        int[] starts = new int[limit + 1];
        int bins = limit - SINGLE - last;
        long inside = (long) points - SINGLE - last;
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
