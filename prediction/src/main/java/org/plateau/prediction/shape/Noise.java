package org.plateau.prediction.shape;

import org.plateau.prediction.Quantiles;

/**
 * The standard deviation of noise around a smooth curve, which the curve's own rise hardly touches.
 *
 * <p>Each point is compared with the straight line between its two neighbours: rᵢ = yᵢ − (1 − w)·yᵢ₋₁ − w·yᵢ₊₁, where w is
 * its place between them. Independent noise of deviation σ gives rᵢ the deviation σ·√(1 + (1 − w)² + w²), so σ is estimated
 * by 1.4826 times the median of |rᵢ| / √(1 + (1 − w)² + w²). For even epochs these are second differences; the estimator is
 * that of Gasser, Sroka and Jennen-Steinmetz (Biometrika 73, 1986), with the median instead of the mean so that jumps and
 * spikes do not count.
 */
final class Noise {
    private static final double NORMAL = 1.4826;

    private Noise() {}

    /** σ in the unit of y, 0 for fewer than three points. */
    static double of(double[] x, double[] y) {
        int n = x.length - 2;
        if (n < 1) {
            return 0;
        }
        double[] residuals = new double[n];
        for (int i = 0; i < n; i++) {
            double w = (x[i + 1] - x[i]) / (x[i + 2] - x[i]);
            double line = (1 - w) * y[i] + w * y[i + 2];
            residuals[i] = Math.abs(y[i + 1] - line) / Math.sqrt(1 + (1 - w) * (1 - w) + w * w);
        }
        return NORMAL * median(residuals);
    }

    /** The median of numbers in any order, 0 of none. */
    static double median(double[] values) {
        return values.length == 0 ? 0 : Quantiles.median(values);
    }
}
