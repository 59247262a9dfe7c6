package org.plateau.prediction.sweep;

import org.plateau.prediction.function.Interval;
import org.plateau.prediction.function.SeparableFunction;

/**
 * The best α and β of one shape over the first points of a series, in closed form, within their bounds.
 *
 * <p>With weights w that sum up to W, d = g − reference and scaled values y, it takes Σw·d, Σw·d² and Σw·d·y. Sums are
 * taken around the reference, g at the last point, so that little is lost when they are brought around the mean. Where
 * the points do not tell g from a constant, β is as near 0 as it may be.
 */
final class LinearPart {
    /** Share of Σw·d² under which the spread of g is rounding. */
    static final double FLAT = 1e-13;

    static final double TINY = 1e-300;

    private final boolean intercept;
    private final Interval alphas;
    private final Interval betas;
    private final boolean free;
    /** Square of the reach. */
    private final double limit;

    /** By which scaled values are lower than values without α have to be. */
    private final double offset;

    private double weight;
    private double mean;
    private double spread;
    private double alpha;
    private double beta;
    private double squares;

    LinearPart(SeparableFunction function, SweptPoints points, double reach) {
        intercept = function.intercept();
        alphas = new Interval(
                points.scaling().scaled(function.alpha().lower()),
                points.scaling().scaled(function.alpha().upper()));
        betas = new Interval(
                points.scaling().scaledDifference(function.beta().lower()),
                points.scaling().scaledDifference(function.beta().upper()));
        limit = reach * reach;
        free = function.alpha().equals(Interval.ALL) && function.beta().equals(Interval.ALL);
        offset = -points.scaling().scaled(0);
    }

    /** Chooses the points: those in [from, to) of a series. */
    void choose(SweptPoints points, Series series, int from, int to) {
        weight = points.weight(from, to);
        double sum = points.of(series).sum(from, to);
        double sumOfSquares = points.of(series).sumOfSquares(from, to);
        if (intercept) {
            mean = sum / weight;
            spread = Math.max(0, sumOfSquares - mean * sum);
        } else {
            mean = -offset;
            spread = Math.max(0, sumOfSquares + offset * (2 * sum + offset * weight));
        }
    }

    /** Whether neither α nor β has a bound. */
    boolean free() {
        return free;
    }

    /**
     * The best of many shapes where α and β are free: that with the most of the squares explained, covariance²/variance.
     * Fractions are compared without dividing.
     *
     * @param d Σw·d of each; likewise the others
     * @param ways squared distance of g at the horizon from g at the last point
     * @return −1 where none has finite sums and is within reach
     */
    int best(double[] d, double[] dd, double[] dy, double[] ways, int shapes) {
        double inverse = intercept ? 1 / weight : 0;
        int best = -1;
        double most = -1;
        double over = 1;
        for (int s = 0; s < shapes; s++) {
            double variance = dd[s] * (1 + FLAT) + TINY - inverse * d[s] * d[s];
            double covariance = dy[s] - mean * d[s];
            double explained = covariance * covariance;
            if (explained * over > most * variance && within(d[s], dd[s], ways[s])) {
                most = explained;
                over = variance;
                best = s;
            }
        }
        return best;
    }

    /** Whether g at the horizon is finite and within reach. */
    boolean within(double d, double dd, double way) {
        double variance = dd * (1 + FLAT) + TINY - d * d / weight;
        return way <= Double.MAX_VALUE && way * weight <= limit * variance;
    }

    /** The squares of a shape when only β has to keep to its bounds: no others are less. */
    double leastSquares(double d, double dd, double dy) {
        double variance = dd * (1 + FLAT) + TINY - (intercept ? d * d / weight : 0);
        double covariance = dy - mean * d;
        double bounded = betas.nearest(covariance / variance);
        return spread - bounded * (2 * covariance - bounded * variance);
    }

    /** Solves for one shape; {@link #alpha()}, {@link #beta()} and {@link #squares()} have the answer. */
    void solve(double d, double dd, double dy, double reference) {
        double variance = Math.max(dd - (intercept ? d * d / weight : 0), FLAT * dd + TINY);
        double covariance = dy - mean * d;
        double centre = intercept ? d / weight + reference : 0;
        beta = betas.nearest(covariance / variance);
        alpha = mean - beta * centre;
        squares = squares(variance, covariance, 0);
        if (intercept && !alphas.contains(alpha)) {
            bound(variance, covariance, centre);
        }
        squares = Math.max(0, squares);
    }

    /** The best of the four edges of what α and β may be: one of them at a bound, the other as good as it can. */
    private void bound(double variance, double covariance, double centre) {
        squares = Double.NaN;
        double bestAlpha = Double.NaN;
        double bestBeta = Double.NaN;
        double bestSquares = Double.POSITIVE_INFINITY;
        for (int candidate = 0; candidate < 4; candidate++) {
            double a;
            double b;
            if (candidate < 2) {
                a = candidate == 0 ? alphas.lower() : alphas.upper();
                b = betas.nearest((covariance + weight * centre * (mean - a)) / (variance + weight * centre * centre));
            } else {
                b = candidate == 2 ? betas.lower() : betas.upper();
                a = alphas.nearest(mean - b * centre);
            }
            if (Double.isFinite(a) && Double.isFinite(b)) {
                beta = b;
                double candidateSquares = squares(variance, covariance, a + b * centre - mean);
                if (candidateSquares < bestSquares) {
                    bestSquares = candidateSquares;
                    bestAlpha = a;
                    bestBeta = b;
                }
            }
        }
        alpha = bestAlpha;
        beta = bestBeta;
        squares = bestSquares;
    }

    private double squares(double variance, double covariance, double shift) {
        return spread - beta * (2 * covariance - beta * variance) + weight * shift * shift;
    }

    /** α, scaled as the values are. */
    double alpha() {
        return alpha;
    }

    /** β, scaled as the values are. */
    double beta() {
        return beta;
    }

    /** Weighted sum of squared residuals of the scaled values. */
    double squares() {
        return squares;
    }

    /** Whether β is at a bound. */
    boolean held() {
        return beta == betas.lower() || beta == betas.upper();
    }
}
