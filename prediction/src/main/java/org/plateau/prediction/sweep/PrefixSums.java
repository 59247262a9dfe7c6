package org.plateau.prediction.sweep;

/**
 * Sums over the points of every prefix of a curve for every shape of a grid, with d = g − g at the last point. One pass
 * over g gives those of all prefixes and of both series.
 *
 * <p>Arrays are by prefix and shape. They are reused from function to function and grow where they must.
 */
final class PrefixSums {
    /** Shapes of a usual grid. */
    private static final int USUAL = 48;

    private final SweptPoints points;
    private final int[] prefixes;
    private final double[][] d;
    private final double[][] dd;
    private final double[][] dRaw;
    private final double[][] dBest;
    private double[] table = {};
    private double[] references = {};
    private double[] lasts = {};
    private double[] ends = {};
    private double[] ways = {};
    private int shapes;

    PrefixSums(SweptPoints points) {
        this.points = points;
        prefixes = points.prefixes();
        d = new double[prefixes.length][0];
        dd = new double[prefixes.length][0];
        dRaw = new double[prefixes.length][0];
        dBest = new double[prefixes.length][0];
    }

    /** Makes room for as many shapes. */
    void begin(int shapes) {
        this.shapes = shapes;
        if (references.length < shapes) {
            reserve(Math.max(USUAL, shapes));
        }
    }

    private void reserve(int most) {
        table = new double[most * (points.size() + 1)];
        references = new double[most];
        lasts = new double[most];
        ends = new double[most];
        ways = new double[most];
        for (int p = 0; p < prefixes.length; p++) {
            d[p] = new double[most];
            dd[p] = new double[most];
            dRaw[p] = new double[most];
            dBest[p] = new double[most];
        }
    }

    /** g of every shape, at the points and the horizon, to be written before {@link #sum}. */
    double[] table() {
        return table;
    }

    /** Where g of a shape begins in the table. */
    int row(int shape) {
        return shape * (points.size() + 1);
    }

    /**
     * Sums up the table.
     *
     * @param first index of the first point that counts
     * @param around whether sums are taken around g at the last point
     */
    void sum(int first, boolean around) {
        for (int s = 0; s < shapes; s++) {
            int row = row(s);
            lasts[s] = table[row + points.size() - 1];
            ends[s] = table[row + points.size()];
            ways[s] = (ends[s] - lasts[s]) * (ends[s] - lasts[s]);
            references[s] = around ? lasts[s] : 0;
            sum(s, row, first, references[s]);
        }
    }

    private void sum(int shape, int row, int first, double reference) {
        double[] weights = points.weights();
        double[] raw = points.of(Series.RAW).values();
        double[] best = points.of(Series.BEST).values();
        double sumD = 0;
        double sumDD = 0;
        double sumRaw = 0;
        double sumBest = 0;
        int i = first;
        for (int p = 0; p < prefixes.length; p++) {
            for (; i < prefixes[p]; i++) {
                double difference = table[row + i] - reference;
                double weighted = weights[i] * difference;
                sumD += weighted;
                sumDD += weighted * difference;
                sumRaw += weighted * raw[i];
                sumBest += weighted * best[i];
            }
            d[p][shape] = sumD;
            dd[p][shape] = sumDD;
            dRaw[p][shape] = sumRaw;
            dBest[p][shape] = sumBest;
        }
    }

    /** The best shape of a prefix, −1 where none has finite squares and is within reach. */
    int best(int prefix, Series series, LinearPart linear) {
        if (linear.free()) {
            return linear.best(d[prefix], dd[prefix], dy(prefix, series), ways, shapes);
        }
        int best = -1;
        double least = Double.POSITIVE_INFINITY;
        double[] dy = dy(prefix, series);
        for (int s = 0; s < shapes; s++) {
            if (linear.leastSquares(d[prefix][s], dd[prefix][s], dy[s]) < least
                    && linear.within(d[prefix][s], dd[prefix][s], ways[s])) {
                solve(prefix, s, series, linear);
                if (linear.squares() < least) {
                    least = linear.squares();
                    best = s;
                }
            }
        }
        return best;
    }

    void solve(int prefix, int shape, Series series, LinearPart linear) {
        linear.solve(d[prefix][shape], dd[prefix][shape], dy(prefix, series)[shape], references[shape]);
    }

    /** g at the last point. */
    double last(int shape) {
        return lasts[shape];
    }

    /** g at a point. */
    double at(int shape, int point) {
        return table[row(shape) + point];
    }

    /** g at the horizon. */
    double end(int shape) {
        return ends[shape];
    }

    /** Weighted squares of a solved fit's residuals on the points after a prefix. */
    double squaresSince(int prefix, int shape, Series series, double alpha, double beta) {
        int all = prefixes.length - 1;
        double shift = alpha + beta * references[shape];
        int first = prefixes[prefix];
        int n = points.size();
        SweptValues values = points.of(series);
        double sumD = d[all][shape] - d[prefix][shape];
        double sumDD = dd[all][shape] - dd[prefix][shape];
        double sumDY = dy(all, series)[shape] - dy(prefix, series)[shape];
        double quadratic = values.sumOfSquares(first, n)
                + shift * (shift * points.weight(first, n) - 2 * values.sum(first, n))
                + beta * (beta * sumDD + 2 * (shift * sumD - sumDY));
        return Math.max(0, quadratic);
    }

    private double[] dy(int prefix, Series series) {
        return series == Series.RAW ? dRaw[prefix] : dBest[prefix];
    }
}
