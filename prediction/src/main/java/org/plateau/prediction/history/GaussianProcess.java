package org.plateau.prediction.history;

import org.plateau.prediction.Quantiles;

/**
 * Gaussian-process regression (Rasmussen and Williams, Gaussian Processes for Machine Learning, MIT Press 2006, algorithm
 * 2.1; leave-one-out: equations 5.10 to 5.12). Immutable.
 *
 * <p>Observations far from what the others say of them count less: their noise is raised once, by Cauchy's weights of the
 * leave-one-out residuals.
 */
final class GaussianProcess {
    /** Fewer observations say too little of what is an outlier. */
    private static final int FEWEST_FOR_OUTLIERS = 10;

    private static final double OUTLIER = 3;
    private static final double SMALLEST_WEIGHT = 0.05;

    private final double[][] inverse;
    private final double[] weights;
    private final double evidence;
    private final double[] leftOut;

    private GaussianProcess(double[][] inverse, double[] weights, double evidence, double[] leftOut) {
        this.inverse = inverse;
        this.weights = weights;
        this.evidence = evidence;
        this.leftOut = leftOut;
    }

    /**
     * The process given its observations.
     *
     * @param covariance of the observations without their noise, n × n
     * @param noise variance of every observation
     * @param y observed values, of mean about 0
     */
    static GaussianProcess of(double[][] covariance, double[] noise, double[] y) {
        GaussianProcess plain = conditioned(covariance, noise, y);
        return y.length < FEWEST_FOR_OUTLIERS ? plain : conditioned(covariance, raised(noise, y, plain.leftOut), y);
    }

    private static double[] raised(double[] noise, double[] y, double[] leftOut) {
        double[] sizes = new double[y.length];
        for (int i = 0; i < y.length; i++) {
            sizes[i] = Math.abs(y[i] - leftOut[i]);
        }
        double scale = OUTLIER * (1.4826 * Quantiles.median(sizes) + 1e-3);
        double[] raised = new double[y.length];
        for (int i = 0; i < y.length; i++) {
            double weight = 1 / (1 + (sizes[i] / scale) * (sizes[i] / scale));
            raised[i] = noise[i] / Math.max(SMALLEST_WEIGHT, weight);
        }
        return raised;
    }

    private static GaussianProcess conditioned(double[][] covariance, double[] noise, double[] y) {
        int n = y.length;
        double[][] noisy = new double[n][];
        for (int i = 0; i < n; i++) {
            noisy[i] = covariance[i].clone();
            noisy[i][i] += noise[i];
        }
        PositiveDefinite inverted = PositiveDefinite.invert(noisy);
        double[][] inverse = inverted.inverse();
        double[] weights = new double[n];
        double[] leftOut = new double[n];
        double fit = 0;
        for (int i = 0; i < n; i++) {
            double sum = 0;
            for (int j = 0; j < n; j++) {
                sum += inverse[i][j] * y[j];
            }
            weights[i] = sum;
            leftOut[i] = y[i] - sum / inverse[i][i];
            fit += y[i] * sum;
        }
        double evidence = -0.5 * (fit + inverted.logDeterminant() + n * Math.log(2 * Math.PI));
        return new GaussianProcess(inverse, weights, evidence, leftOut);
    }

    /** Logarithm of the observations' density under the process. */
    double evidence() {
        return evidence;
    }

    /** What the other observations say of the i-th. */
    double leftOut(int i) {
        return leftOut[i];
    }

    /** Variance of the i-th observation, noise included, given the others. */
    double leftOutVariance(int i) {
        return 1 / inverse[i][i];
    }

    /** Expected value at a place whose covariances with the observations these are. */
    double mean(double[] covariances) {
        double sum = 0;
        for (int i = 0; i < covariances.length; i++) {
            sum += covariances[i] * weights[i];
        }
        return sum;
    }

    /** Variance at a place, given its own variance and its covariances with the observations. */
    double variance(double own, double[] covariances) {
        double explained = 0;
        for (int i = 0; i < covariances.length; i++) {
            double[] row = inverse[i];
            double sum = 0;
            for (int j = 0; j < covariances.length; j++) {
                sum += row[j] * covariances[j];
            }
            explained += covariances[i] * sum;
        }
        return Math.max(0, own - explained);
    }
}
