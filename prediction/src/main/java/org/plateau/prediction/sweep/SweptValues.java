package org.plateau.prediction.sweep;

/** Weighted scaled values of a series with their sums over the first k points, for every k. */
final class SweptValues {
    private final double[] values;
    private final double[] sums;
    private final double[] sumsOfSquares;

    /** @param values kept, not copied */
    SweptValues(double[] values, double[] weights) {
        this.values = values;
        sums = new double[values.length + 1];
        sumsOfSquares = new double[values.length + 1];
        for (int i = 0; i < values.length; i++) {
            double weighted = weights[i] * values[i];
            sums[i + 1] = sums[i] + weighted;
            sumsOfSquares[i + 1] = sumsOfSquares[i] + weighted * values[i];
        }
    }

    /** The values themselves; nobody writes to them. */
    double[] values() {
        return values;
    }

    /** Σw·y over the points in [from, to). */
    double sum(int from, int to) {
        return sums[to] - sums[from];
    }

    /** Σw·y² over the points in [from, to). */
    double sumOfSquares(int from, int to) {
        return sumsOfSquares[to] - sumsOfSquares[from];
    }
}
