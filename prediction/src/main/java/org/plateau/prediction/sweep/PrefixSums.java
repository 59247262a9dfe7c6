package org.plateau.prediction.sweep;

/**
 * Sums over the points of every prefix of a curve for every shape of a grid, with d = g − g at the last point. One pass
 * over g gives those of all prefixes and of both series.
 *
 * <p>Arrays hold one number for each prefix and shape, the shapes of a prefix side by side. They are reused from function
 * to function and grow where they must.
 */
final class PrefixSums {
    private final SweptPoints points;
    private final int[] prefixes;
    private final double[] row;
    private int shapes;
    private double[] references = {};
    private double[] lasts = {};
    private double[] ends = {};
    private double[] d = {};
    private double[] dd = {};
    private double[] dRaw = {};
    private double[] dBest = {};

    PrefixSums(SweptPoints points) {
        this.points = points;
        prefixes = points.prefixes();
        row = new double[points.size() + 1];
    }

    /** Makes room for as many shapes. */
    void begin(int shapes) {
        this.shapes = shapes;
        int needed = shapes * prefixes.length;
        if (d.length < needed) {
            d = new double[needed];
            dd = new double[needed];
            dRaw = new double[needed];
            dBest = new double[needed];
        }
        if (references.length < shapes) {
            references = new double[shapes];
            lasts = new double[shapes];
            ends = new double[shapes];
        }
    }

    /** Where g at the points and the horizon is to be written before {@link #add}. */
    double[] row() {
        return row;
    }

    /**
     * Sums up the row.
     *
     * @param shape index in the grid
     * @param first index of the first point that counts
     * @param around whether sums are taken around g at the last point
     */
    void add(int shape, int first, boolean around) {
        int n = points.size();
        double reference = around ? row[n - 1] : 0;
        double[] weights = points.weights();
        double[] raw = points.of(Series.RAW).values();
        double[] best = points.of(Series.BEST).values();
        double sumD = 0;
        double sumDD = 0;
        double sumRaw = 0;
        double sumBest = 0;
        int prefix = 0;
        while (prefixes[prefix] <= first) {
            prefix++;
        }
        for (int i = first; i < n; i++) {
            double difference = row[i] - reference;
            double weighted = weights[i] * difference;
            sumD += weighted;
            sumDD += weighted * difference;
            sumRaw += weighted * raw[i];
            sumBest += weighted * best[i];
            if (i + 1 == prefixes[prefix]) {
                int at = prefix * shapes + shape;
                d[at] = sumD;
                dd[at] = sumDD;
                dRaw[at] = sumRaw;
                dBest[at] = sumBest;
                prefix++;
            }
        }
        references[shape] = reference;
        lasts[shape] = row[n - 1];
        ends[shape] = row[n];
    }

    /** The best shape of a prefix, −1 where none has finite squares; all their squares go to an array. */
    int best(int prefix, Series series, LinearPart linear, double[] squares) {
        if (linear.free()) {
            linear.squares(d, dd, dy(series), prefix * shapes, shapes, squares);
        } else {
            for (int s = 0; s < shapes; s++) {
                solve(prefix, s, series, linear);
                squares[s] = linear.squares();
            }
        }
        int best = -1;
        double least = Double.POSITIVE_INFINITY;
        for (int s = 0; s < shapes; s++) {
            if (squares[s] < least && Math.abs(ends[s]) <= Double.MAX_VALUE) {
                least = squares[s];
                best = s;
            }
        }
        return best;
    }

    void solve(int prefix, int shape, Series series, LinearPart linear) {
        int at = prefix * shapes + shape;
        linear.solve(d[at], dd[at], dy(series)[at], references[shape]);
    }

    /** g at the last point. */
    double last(int shape) {
        return lasts[shape];
    }

    /** g at the horizon. */
    double end(int shape) {
        return ends[shape];
    }

    /** Weighted squares of a solved fit's residuals on the points after a prefix. */
    double squaresSince(int prefix, int shape, Series series, double alpha, double beta) {
        int from = prefix * shapes + shape;
        int to = (prefixes.length - 1) * shapes + shape;
        double shift = alpha + beta * references[shape];
        int first = prefixes[prefix];
        int n = points.size();
        double[] products = dy(series);
        SweptValues values = points.of(series);
        double sumD = d[to] - d[from];
        double quadratic = values.sumOfSquares(first, n)
                + shift * (shift * points.weight(first, n) - 2 * values.sum(first, n))
                + beta * (beta * (dd[to] - dd[from]) + 2 * (shift * sumD - products[to] + products[from]));
        return Math.max(0, quadratic);
    }

    private double[] dy(Series series) {
        return series == Series.RAW ? dRaw : dBest;
    }
}
