package org.plateau.prediction.function;

import java.util.List;
import java.util.Optional;

/**
 * A function that is linear in one or two of its parameters once the others, its shape, are given: α + β·g(x; shape),
 * or β·g(x; shape) where it has no intercept. For a shape, the best α and β are the closed solution of a linear
 * least-squares problem, so that only the shape, at most three numbers, has to be searched (variable projection: Golub
 * and Pereyra, SIAM Journal on Numerical Analysis 10(2), 1973, doi 10.1137/0710036).
 *
 * <p>Immutable.
 */
public abstract class SeparableFunction implements ParametricFunction {
    private final IndexEntry entry;

    SeparableFunction(IndexEntry entry) {
        this.entry = entry;
    }

    /**
     * The values to try for each number of the shape, in increasing order; all their combinations make the grid. Rates
     * are shares of 1/horizon, so that the grid spans curves that are done within the first percent of the horizon to
     * such that hardly bend before it. Between neighbours of one sign a search goes by their ratio, else by their
     * difference. No axes where the function is linear in all parameters.
     *
     * @param horizon the epoch to be predicted, over 0
     */
    public abstract double[][] axes(double horizon);

    /** The function of a shape at x, before it is scaled by β and shifted by α; not finite where it has no value. */
    public abstract double g(double[] shape, double x);

    /**
     * {@link #g(double[], double)} of many shapes at many epochs. To be overridden where that is faster; then it may differ
     * in the thirteenth digit.
     *
     * @param into g of the first shape at all epochs, then of the second, and so on
     */
    public void g(Shapes shapes, Epochs x, double[] into) {
        int at = 0;
        for (int s = 0; s < shapes.size(); s++) {
            double[] shape = shapes.shape(s);
            for (int i = 0; i < x.size(); i++) {
                into[at++] = g(shape, x.at(i));
            }
        }
    }

    /** All parameters from a shape and the linear ones, in the order of {@link #parameters()}. */
    public abstract double[] assemble(double[] shape, double alpha, double beta);

    /** Whether there is an α; it is 0 where there is none. */
    public boolean intercept() {
        return true;
    }

    /** What α may be. */
    public Interval alpha() {
        return Interval.ALL;
    }

    /** What β may be, a single number where the formula fixes it. */
    public Interval beta() {
        return Interval.ALL;
    }

    @Override
    public final IndexEntry entry() {
        return entry;
    }

    /** The best of a grid of shapes, as if the horizon were twice as far as the last x. */
    @Override
    public final Optional<double[]> start(double[] x, double[] y) {
        List<Parameter> parameters = parameters();
        double[] best = parameters.stream().mapToDouble(Parameter::start).toArray();
        double bestSquares = squares(best, x, y);
        double[] g = new double[x.length];
        Shapes shapes = Shapes.grid(axes(2 * x[x.length - 1]));
        for (int s = 0; s < shapes.size(); s++) {
            double[] shape = shapes.shape(s);
            for (int i = 0; i < x.length; i++) {
                g[i] = g(shape, x[i]);
            }
            double[] candidate = project(shape, g, y);
            for (int i = 0; i < candidate.length; i++) {
                Parameter bounds = parameters.get(i);
                candidate[i] = Math.min(bounds.upper(), Math.max(bounds.lower(), candidate[i]));
            }
            double candidateSquares = squares(candidate, x, y);
            if (candidateSquares < bestSquares || Double.isNaN(bestSquares)) {
                best = candidate;
                bestSquares = candidateSquares;
            }
        }
        return Double.isFinite(bestSquares) ? Optional.of(best) : Optional.empty();
    }

    private double squares(double[] values, double[] x, double[] y) {
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            double residual = value(values, x[i]) - y[i];
            sum += residual * residual;
        }
        return sum;
    }

    /** Least squares in the linear parameters alone, around the means so that the problem is well conditioned. */
    private double[] project(double[] shape, double[] g, double[] y) {
        double meanG = 0;
        double meanY = 0;
        for (int i = 0; i < g.length && intercept(); i++) {
            meanG += g[i] / g.length;
            meanY += y[i] / g.length;
        }
        double gg = 0;
        double gy = 0;
        for (int i = 0; i < g.length; i++) {
            gg += (g[i] - meanG) * (g[i] - meanG);
            gy += (g[i] - meanG) * (y[i] - meanY);
        }
        double beta = beta().nearest(gg > 1e-28 * g.length * meanG * meanG ? gy / gg : 0);
        return assemble(shape, intercept() ? meanY - beta * meanG : 0, beta);
    }

    /** Values from one number to another, each the same multiple of the one before. */
    static double[] geometric(double from, double to, int count) {
        double[] values = new double[count];
        double ratio = Math.pow(to / from, 1 / (count - 1.0));
        values[0] = from;
        for (int i = 1; i < count; i++) {
            values[i] = ratio * values[i - 1];
        }
        return values;
    }

    /** Rates of curves that are done within the first percent of the horizon to such that hardly bend before it. */
    static double[] rates(double horizon) {
        return geometric(0.1 / horizon, 300 / horizon, 12);
    }

    /** Times, in epochs, from half a percent of the horizon to three times its length. */
    static double[] times(double horizon) {
        return geometric(0.008 * horizon, 3 * horizon, 7);
    }

    /** Shares of 1/horizon as rates. */
    static double[] scaled(double horizon, double... shares) {
        for (int i = 0; i < shares.length; i++) {
            shares[i] /= horizon;
        }
        return shares;
    }
}
