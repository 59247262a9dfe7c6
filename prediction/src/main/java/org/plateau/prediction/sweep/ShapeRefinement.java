package org.plateau.prediction.sweep;

import org.plateau.prediction.function.Shapes;

/**
 * Moves a shape of the grid to a better one between its neighbours: Gauss–Newton steps in the coordinates of the grid
 * with α and β projected out (Kaufman, BIT 15, 1975, doi 10.1007/BF01932995), derivatives from small differences. A step
 * is taken only if it lessens the squares, so nothing gets worse.
 */
final class ShapeRefinement {
    private static final double DIFFERENCE = 1e-4;
    /** Share of the squares under which a step promises too little to be tried. */
    private static final double WORTH = 1e-3;

    private static final double SHORTER = 0.3;

    private final SweptPoints points;
    private final PrefixSums sums;
    private final int n;
    private final double[] row;
    private final double[] moved;
    private final double[] residuals;
    private double[][] slopes = {};
    private double[] at = {};
    private double[] wanted = {};
    private double[] step = {};
    private double[] downhill = {};
    private double[] across = {};
    private double[][] normal = {};

    ShapeRefinement(SweptPoints points, PrefixSums sums) {
        this.points = points;
        this.sums = sums;
        n = points.size();
        row = new double[n + 1];
        moved = new double[n + 1];
        residuals = new double[n];
    }

    /**
     * The fit of a shape of the grid, made better.
     *
     * @param search whose grid is in the sums and whose linear part has chosen all points and is solved
     * @param shape its index
     * @param steps at most
     */
    ShapeFit refine(Search search, int shape, Series series, int steps) {
        Grid grid = search.grid();
        begin(grid.dimensions());
        System.arraycopy(sums.table(), sums.row(shape), row, 0, n + 1);
        grid.coordinates(shape, at);
        ShapeFit best = new ShapeFit(grid.shapes().shape(shape), search.linear(), row);
        for (int i = 0; i < steps && grid.dimensions() > 0; i++) {
            slopes(search);
            if (!(direct(search, best, series) > WORTH * best.squares())) {
                break;
            }
            ShapeFit next = step(search, best, series, 1);
            next = next == best ? step(search, best, series, SHORTER) : next;
            if (next == best) {
                break;
            }
            best = next;
        }
        return best;
    }

    private void begin(int dimensions) {
        if (at.length < dimensions) {
            slopes = new double[dimensions][n];
            at = new double[dimensions];
            wanted = new double[dimensions];
            step = new double[dimensions];
            downhill = new double[dimensions];
            across = new double[dimensions];
            normal = new double[dimensions][dimensions];
        }
    }

    private void slopes(Search search) {
        Grid grid = search.grid();
        System.arraycopy(at, 0, wanted, 0, at.length);
        for (int k = 0; k < grid.dimensions(); k++) {
            double difference = grid.within(k, at[k] + DIFFERENCE) > at[k] ? DIFFERENCE : -DIFFERENCE;
            wanted[k] = at[k] + difference;
            search.function().g(Shapes.of(shape(grid, wanted)), points.epochs(), moved);
            wanted[k] = at[k];
            for (int i = search.first(); i < n; i++) {
                slopes[k][i] = (moved[i] - row[i]) / difference;
            }
        }
    }

    private static double[] shape(Grid grid, double[] coordinates) {
        double[] shape = new double[grid.dimensions()];
        for (int k = 0; k < grid.dimensions(); k++) {
            shape[k] = grid.value(k, coordinates[k]);
        }
        return shape;
    }

    /** Computes the step and returns by how much it promises to lessen the squares. */
    private double direct(Search search, ShapeFit fit, Series series) {
        int dimensions = search.grid().dimensions();
        int first = search.first();
        double[] values = points.of(series).values();
        double[] weights = points.weights();
        double reference = search.function().intercept() ? row[n - 1] : 0;
        double inverse = search.function().intercept() ? 1 / points.weight(first, n) : 0;
        double sumD = 0;
        double sumDD = 0;
        for (int i = first; i < n; i++) {
            double d = row[i] - reference;
            sumD += weights[i] * d;
            sumDD += weights[i] * d * d;
            residuals[i] = values[i] - fit.alpha() - fit.beta() * row[i];
        }
        double variance = sumDD * (1 + LinearPart.FLAT) + LinearPart.TINY - inverse * sumD * sumD;
        for (int k = 0; k < dimensions; k++) {
            double sum = 0;
            double along = 0;
            double down = 0;
            double[] slope = slopes[k];
            for (int i = first; i < n; i++) {
                double weighted = weights[i] * slope[i];
                sum += weighted;
                along += weighted * (row[i] - reference);
                down += weighted * residuals[i];
            }
            // What α and β take of the slope when they follow: its parts along 1 and along g.
            step[k] = sum;
            across[k] = fit.held() ? 0 : (along - inverse * sum * sumD) / variance;
            downhill[k] = fit.beta() * down;
            for (int l = 0; l <= k; l++) {
                double product = product(first, weights, slope, slopes[l]);
                double rest = product - inverse * sum * step[l] - across[k] * across[l] * variance;
                normal[k][l] = fit.beta() * fit.beta() * rest;
            }
        }
        System.arraycopy(downhill, 0, step, 0, dimensions);
        SmallCholesky.solve(normal, step, dimensions);
        double promised = 0;
        for (int k = 0; k < dimensions; k++) {
            promised += step[k] * downhill[k];
        }
        return promised;
    }

    private double product(int first, double[] weights, double[] left, double[] right) {
        double even = 0;
        double odd = 0;
        int i = first;
        for (; i < n - 1; i += 2) {
            even += weights[i] * left[i] * right[i];
            odd += weights[i + 1] * left[i + 1] * right[i + 1];
        }
        return i < n ? even + odd + weights[i] * left[i] * right[i] : even + odd;
    }

    /** Goes a share of the step; the same fit if that is not better. */
    private ShapeFit step(Search search, ShapeFit fit, Series series, double share) {
        Grid grid = search.grid();
        LinearPart linear = search.linear();
        double[] values = points.of(series).values();
        boolean still = true;
        for (int k = 0; k < grid.dimensions(); k++) {
            wanted[k] = grid.within(k, at[k] + share * Math.max(-1, Math.min(1, step[k])));
            still &= wanted[k] == at[k];
        }
        if (still) {
            return fit;
        }
        double[] shape = shape(grid, wanted);
        search.function().g(Shapes.of(shape), points.epochs(), moved);
        double reference = search.function().intercept() ? moved[n - 1] : 0;
        double[] weights = points.weights();
        double d = 0;
        double dd = 0;
        double dy = 0;
        for (int i = search.first(); i < n; i++) {
            double difference = moved[i] - reference;
            double weighted = weights[i] * difference;
            d += weighted;
            dd += weighted * difference;
            dy += weighted * values[i];
        }
        linear.solve(d, dd, dy, reference);
        double way = moved[n] - moved[n - 1];
        if (!(linear.squares() < fit.squares()) || !linear.within(d, dd, way * way)) {
            return fit;
        }
        ShapeFit better = new ShapeFit(shape, linear, moved);
        System.arraycopy(wanted, 0, at, 0, at.length);
        System.arraycopy(moved, 0, row, 0, n + 1);
        return better;
    }
}
