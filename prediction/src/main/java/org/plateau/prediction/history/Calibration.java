package org.plateau.prediction.history;

import java.util.Arrays;
import org.plateau.prediction.Normal;

/**
 * Turns a standard deviation into intervals that have held their share of past residuals: locally weighted conformal
 * prediction (Lei, G'Sell, Rinaldo, Tibshirani and Wasserman, Journal of the American Statistical Association 113, 2018,
 * section 5.2), with what each finished training is off by when the others forecast it.
 *
 * <p>How difficult a place is, is told by the trainings most alike: never-learners end where they stand, those that begin
 * to learn anywhere.
 */
final class Calibration {
    private static final int NEIGHBOURS = 10;
    /** The mean over all counts like so many of the neighbours. */
    private static final double MEAN_COUNTS = 2;
    /** With as many finished trainings past residuals count as much as the normal distribution. */
    private static final double FEW = 10;
    /** Experts were weighed on the same residuals, which makes these too small: so much of the rest is held beside. */
    private static final double OPTIMISM = 0.15;

    private final Alike alike;
    private final double[] sizes;
    private final double mean;
    private final double[] scores;

    /** @param sizes of the residuals of all finished trainings, each in its own standard deviation */
    Calibration(Alike alike, double[] sizes) {
        this.alike = alike;
        this.sizes = sizes.clone();
        mean = Math.max(1e-9, Arrays.stream(sizes).average().orElse(1));
        scores = new double[sizes.length];
        for (int i = 0; i < sizes.length; i++) {
            scores[i] = sizes[i] / difficulty(alike.columns().rows()[i], i);
        }
        Arrays.sort(scores);
    }

    /** How large the residuals of the trainings most alike are, about 1 on average. */
    double difficulty(double[] row) {
        return difficulty(row, -1);
    }

    private double difficulty(double[] row, int except) {
        double sum = MEAN_COUNTS * mean;
        int[] nearest = alike.nearest(row, except, NEIGHBOURS);
        for (int i : nearest) {
            sum += sizes[i];
        }
        return sum / ((nearest.length + MEAN_COUNTS) * mean);
    }

    /** How many deviations, times the difficulty, hold 80 % of the residuals. */
    double quantile80() {
        return quantile(0.8, Normal.QUANTILE_80);
    }

    /** How many deviations, times the difficulty, hold 95 % of the residuals. */
    double quantile95() {
        return Math.max(quantile80(), quantile(0.95, Normal.QUANTILE_95));
    }

    private double quantile(double share, double normal) {
        int n = scores.length;
        double held = share + OPTIMISM * (1 - share);
        int rank = (int) Math.min(n, Math.ceil((n + 1) * held));
        return (n * scores[rank - 1] + FEW * normal) / (n + FEW);
    }
}
