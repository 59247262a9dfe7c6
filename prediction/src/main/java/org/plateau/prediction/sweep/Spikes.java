package org.plateau.prediction.sweep;

import java.util.Arrays;

/**
 * Finds points that are far off the two on either side, and puts them at the median of the five (Hampel, Journal of the
 * American Statistical Association 69, 1974). A rise, however steep, is its own median and stays. The first two and the
 * last two points stay, as nobody can tell yet.
 */
final class Spikes {
    private static final int SIDE = 2;
    private static final double NORMAL = 1.4826;
    private static final int MOST = 1000;

    private Spikes() {}

    /**
     * Mends values in place and returns how many.
     *
     * @param deviations a spike is farther from the median than this many times 1.4826 the median deviation of the five, or
     *     the median distance of all points from theirs, whichever is more
     */
    static int mend(double[] values, double deviations) {
        int n = values.length - 2 * SIDE;
        if (n <= 0 || deviations == Double.POSITIVE_INFINITY) {
            return 0;
        }
        double[] medians = new double[n];
        double[] around = new double[n];
        double[] offs = new double[n];
        double[] five = new double[2 * SIDE + 1];
        for (int i = 0; i < n; i++) {
            System.arraycopy(values, i, five, 0, five.length);
            medians[i] = median(five);
            for (int k = 0; k < five.length; k++) {
                five[k] = Math.abs(values[i + k] - medians[i]);
            }
            around[i] = median(five);
            offs[i] = Math.abs(values[i + SIDE] - medians[i]);
        }
        double usual = usual(offs);
        int mended = 0;
        for (int i = 0; i < n; i++) {
            if (offs[i] > deviations * NORMAL * Math.max(usual, around[i])) {
                values[i + SIDE] = medians[i];
                mended++;
            }
        }
        return mended;
    }

    /** The median, of a thousand of them where there are more. */
    private static double usual(double[] deviations) {
        int stride = 1 + deviations.length / MOST;
        double[] sample = new double[(deviations.length + stride - 1) / stride];
        for (int i = 0; i < sample.length; i++) {
            sample[i] = deviations[i * stride];
        }
        Arrays.sort(sample);
        return sample[sample.length / 2];
    }

    /** The median of five numbers, which are reordered. */
    private static double median(double[] five) {
        for (int i = 1; i < five.length; i++) {
            double value = five[i];
            int k = i;
            while (k > 0 && five[k - 1] > value) {
                five[k] = five[k - 1];
                k--;
            }
            five[k] = value;
        }
        return five[SIDE];
    }
}
