package org.plateau.prediction.sweep;

import java.util.Arrays;
import org.plateau.prediction.function.SeparableFunction;

/**
 * Moves a shape of the grid to a better one between its neighbours: Gauss–Newton steps in the coordinates of the grid
 * with α and β projected out (Kaufman, BIT 15, 1975, doi 10.1007/BF01932995). A step is taken only if it lessens the
 * squares, so the bounds of α and β hold and nothing gets worse.
 */
final class ShapeRefinement {
    private static final double DIFFERENCE = 1e-4;
    /** Share of the squares under which a step promises too little to be tried. */
    private static final double WORTH = 1e-4;

    private static final double SHORTER = 0.3;

    private final SweptPoints points;
    private double[] row;
    private double[] moved;
    private double[][] slopes = {};
    private double[] at = {};
    private double[] wanted = {};
    private double[] shape = {};
    private double[] step = {};
    private double[][] normal = {};
    private double alpha;
    private double beta;
    private double squares;

    ShapeRefinement(SweptPoints points) {
        this.points = points;
        row = new double[points.size() + 1];
        moved = new double[points.size() + 1];
    }

    /** Starts from a shape of the grid; the linear part has chosen all points and is solved for it. */
    void refine(
            SeparableFunction function, Grid grid, int index, Series series, int first, LinearPart linear, int steps) {
        int dimensions = grid.dimensions();
        if (at.length != dimensions) {
            at = new double[dimensions];
            wanted = new double[dimensions];
            shape = new double[dimensions];
            step = new double[dimensions];
            slopes = new double[dimensions][points.size()];
            normal = new double[dimensions][dimensions + 1];
        }
        grid.coordinates(index, at);
        for (int k = 0; k < dimensions; k++) {
            shape[k] = grid.value(k, at[k]);
        }
        function.g(shape, points.epochs(), row);
        take(linear);
        for (int i = 0; i < steps && dimensions > 0; i++) {
            double promised = direction(function, grid, series, first);
            if (!(promised > WORTH * squares)
                    || !(step(function, grid, series, first, linear, 1)
                            || step(function, grid, series, first, linear, SHORTER))) {
                break;
            }
        }
        for (int k = 0; k < dimensions; k++) {
            shape[k] = grid.value(k, at[k]);
        }
    }

    double[] shape() {
        return shape.clone();
    }

    double alpha() {
        return alpha;
    }

    double beta() {
        return beta;
    }

    double squares() {
        return squares;
    }

    /** g at the last point. */
    double last() {
        return row[row.length - 2];
    }

    /** g at the horizon. */
    double end() {
        return row[row.length - 1];
    }

    private void take(LinearPart linear) {
        alpha = linear.alpha();
        beta = linear.beta();
        squares = linear.squares();
    }

    /** Computes the step and returns by how much it promises to lessen the squares. */
    private double direction(SeparableFunction function, Grid grid, Series series, int first) {
        int n = points.size();
        int dimensions = at.length;
        double[] weights = points.weights();
        double[] y = points.of(series).values();
        double total = points.weight(first, n);
        double meanG = 0;
        for (int i = first; i < n; i++) {
            meanG += weights[i] * row[i];
        }
        meanG = function.intercept() ? meanG / total : 0;
        double spread = 0;
        for (int i = first; i < n; i++) {
            spread += weights[i] * (row[i] - meanG) * (row[i] - meanG);
        }
        for (int k = 0; k < dimensions; k++) {
            slope(function, grid, k, first, meanG, spread, total);
        }
        for (int k = 0; k < dimensions; k++) {
            double downhill = 0;
            Arrays.fill(normal[k], 0);
            for (int i = first; i < n; i++) {
                double weighted = weights[i] * slopes[k][i];
                downhill += weighted * (y[i] - alpha - beta * row[i]);
                for (int l = 0; l <= k; l++) {
                    normal[k][l] += weighted * slopes[l][i];
                }
            }
            normal[k][dimensions] = downhill;
        }
        double promised = 0;
        for (int k = 0; k < dimensions; k++) {
            step[k] = normal[k][dimensions];
        }
        SmallCholesky.solve(normal, step);
        for (int k = 0; k < dimensions; k++) {
            promised += step[k] * normal[k][dimensions];
        }
        return promised;
    }

    /** The derivative of β·g by a coordinate, without what a change of α and β does. */
    private void slope(
            SeparableFunction function, Grid grid, int axis, int first, double meanG, double spread, double total) {
        int n = points.size();
        double[] weights = points.weights();
        double back = grid.within(axis, at[axis] + DIFFERENCE) > at[axis] ? DIFFERENCE : -DIFFERENCE;
        for (int k = 0; k < at.length; k++) {
            shape[k] = grid.value(k, k == axis ? at[k] + back : at[k]);
        }
        function.g(shape, points.epochs(), moved);
        double[] slope = slopes[axis];
        double mean = 0;
        double along = 0;
        for (int i = first; i < n; i++) {
            slope[i] = beta * (moved[i] - row[i]) / back;
            mean += weights[i] * slope[i];
            along += weights[i] * slope[i] * (row[i] - meanG);
        }
        mean = function.intercept() ? mean / total : 0;
        along = spread > 0 ? along / spread : 0;
        for (int i = first; i < n; i++) {
            slope[i] -= mean + along * (row[i] - meanG);
        }
    }

    /** Goes a share of the step if that is better. */
    private boolean step(
            SeparableFunction function, Grid grid, Series series, int first, LinearPart linear, double share) {
        for (int k = 0; k < at.length; k++) {
            double stride = Math.max(-1, Math.min(1, step[k])) * share;
            wanted[k] = grid.within(k, at[k] + stride);
            shape[k] = grid.value(k, wanted[k]);
        }
        function.g(shape, points.epochs(), moved);
        int n = points.size();
        double reference = function.intercept() ? moved[n - 1] : 0;
        double[] weights = points.weights();
        double[] y = points.of(series).values();
        double d = 0;
        double dd = 0;
        double dy = 0;
        for (int i = first; i < n; i++) {
            double difference = moved[i] - reference;
            double weighted = weights[i] * difference;
            d += weighted;
            dd += weighted * difference;
            dy += weighted * y[i];
        }
        linear.solve(d, dd, dy, reference);
        if (!(linear.squares() < squares) || !Double.isFinite(moved[n]) || !admitted(function, linear)) {
            return false;
        }
        take(linear);
        System.arraycopy(wanted, 0, at, 0, at.length);
        double[] old = row;
        row = moved;
        moved = old;
        return true;
    }

    private boolean admitted(SeparableFunction function, LinearPart linear) {
        Scaling scaling = points.scaling();
        return function.admits(shape, scaling.unscaled(linear.alpha()), scaling.unscaledDifference(linear.beta()));
    }
}
