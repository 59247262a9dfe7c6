package org.plateau.prediction.fit;

import java.util.Optional;
import org.plateau.prediction.function.Parameter;
import org.plateau.prediction.function.ParametricFunction;

/** Weighted least squares of any function under its bounds, searched from a start. */
public final class BoundedFit {
    private final double[] parameters;
    private final double squares;

    private BoundedFit(double[] parameters, double squares) {
        this.parameters = parameters;
        this.squares = squares;
    }

    /**
     * The fit that a search from a start ends at; empty where the function has no finite squares there.
     *
     * @param x at which the function may be used
     * @param y as many values
     * @param weights as many, over 0
     * @param start parameters to begin from
     * @param evaluations of the function at all points at most
     */
    public static Optional<BoundedFit> from(
            ParametricFunction function, double[] x, double[] y, double[] weights, double[] start, int evaluations) {
        double[] lower =
                function.parameters().stream().mapToDouble(Parameter::lower).toArray();
        double[] upper =
                function.parameters().stream().mapToDouble(Parameter::upper).toArray();
        double[] fitted = start.clone();
        BoundedLeastSquares.Ending ending = BoundedLeastSquares.minimize(
                new FunctionProblem(function, x, y, weights), lower, upper, fitted, evaluations);
        return Double.isFinite(ending.squares())
                ? Optional.of(new BoundedFit(fitted, ending.squares()))
                : Optional.empty();
    }

    /** In the function's order; a copy. */
    public double[] parameters() {
        return parameters.clone();
    }

    /** Weighted sum of the squared residuals. */
    public double squares() {
        return squares;
    }
}
