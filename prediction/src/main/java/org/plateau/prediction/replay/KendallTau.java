package org.plateau.prediction.replay;

import java.util.Arrays;

/**
 * Kendall's rank correlation τ-b, which counts ties on either side (Kendall, Biometrika 33(3), 1945), in n log n by the
 * exchanges of a merge sort (Knight, JASA 61(314), 1966).
 */
final class KendallTau {
    private KendallTau() {}

    /** τ-b of two samples of equal length, in [−1, 1]; NaN where one of them has no two different values. */
    static double of(double[] x, double[] y) {
        if (x.length != y.length) {
            throw new IllegalArgumentException(
                    "Two samples need equal lengths, but had %d and %d".formatted(x.length, y.length));
        }
        int n = x.length;
        Integer[] order = new Integer[n];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, (i, j) -> {
            // Adding 0 makes one of the two zeros.
            int first = Double.compare(x[i] + 0.0, x[j] + 0.0);
            return first != 0 ? first : Double.compare(y[i] + 0.0, y[j] + 0.0);
        });
        double[] sorted = new double[n];
        long tiedX = 0;
        long tiedBoth = 0;
        int runX = 0;
        int runBoth = 0;
        for (int i = 0; i < n; i++) {
            sorted[i] = y[order[i]];
            boolean sameX = i > 0 && x[order[i]] == x[order[i - 1]];
            runX = sameX ? runX + 1 : 0;
            runBoth = sameX && sorted[i] == sorted[i - 1] ? runBoth + 1 : 0;
            // Each one is tied with those of its run that came before.
            tiedX += runX;
            tiedBoth += runBoth;
        }
        long exchanges = sort(sorted, new double[n], 0, n);
        long tiedY = 0;
        int runY = 0;
        for (int i = 1; i < n; i++) {
            runY = sorted[i] == sorted[i - 1] ? runY + 1 : 0;
            tiedY += runY;
        }
        long pairs = (long) n * (n - 1) / 2;
        double spread = Math.sqrt((double) (pairs - tiedX) * (pairs - tiedY));
        return spread == 0 ? Double.NaN : (pairs - tiedX - tiedY + tiedBoth - 2 * exchanges) / spread;
    }

    /** Sorts and counts the pairs that were out of order. */
    private static long sort(double[] values, double[] spare, int from, int to) {
        if (to - from < 2) {
            return 0;
        }
        int middle = (from + to) / 2;
        long exchanges = sort(values, spare, from, middle) + sort(values, spare, middle, to);
        int left = from;
        int right = middle;
        for (int i = from; i < to; i++) {
            if (left < middle && (right >= to || values[left] <= values[right])) {
                spare[i] = values[left++];
            } else {
                spare[i] = values[right++];
                exchanges += middle - left;
            }
        }
        System.arraycopy(spare, from, values, from, to - from);
        return exchanges;
    }
}
