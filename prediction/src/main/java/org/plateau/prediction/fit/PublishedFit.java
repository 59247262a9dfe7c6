package org.plateau.prediction.fit;

import org.plateau.prediction.function.FunctionIndex;
import org.plateau.prediction.function.ParametricFunction;

/**
 * The fit of a − b^(c−x) as PENGUIN and A4NN published it: a trust-region search from a given start, ended at a relative
 * tolerance of 1e-8. Along a flat valley that tolerance decides on the second or third digit of the forecast, so the
 * search itself belongs to the preset.
 *
 * <p>What goes wrong in the published searches is not repeated: where the search is not done after its evaluations, or
 * ends more than a thousandth above the exact optimum of its valley, the exact one is taken.
 *
 * @param exact the exact fit under the same bounds
 * @param plateau start of a
 * @param base start of b
 * @param shift start of c
 */
public record PublishedFit(ExponentialFit exact, double plateau, double base, double shift) {
    private static final ParametricFunction FUNCTION = FunctionIndex.standard().named("exponential-rise");
    private static final int EVALUATIONS = 300;
    private static final double CLOSE = 1.001;

    /** The fit to points with finite coordinates, as {@link ExponentialFit#fit} takes them. */
    public ExponentialFit.Solution fit(double[] x, double[] y) {
        double[] parameters = {plateau, base, shift};
        double[] lower = {exact.lowest(), 1, 0};
        double[] upper = {exact.highest(), Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY};
        BoundedLeastSquares.Ending ending = BoundedLeastSquares.minimize(
                new FunctionProblem(FUNCTION, x, y), lower, upper, parameters, EVALUATIONS);
        ExponentialFit.Solution solution = exact.fit(x, y);
        if (!ending.converged() || ending.squares() > CLOSE * solution.squares()) {
            return solution;
        }
        double amplitude = Math.pow(parameters[1], parameters[2]);
        return new ExponentialFit.Solution(parameters[0], amplitude, Math.log(parameters[1]), ending.squares());
    }
}
