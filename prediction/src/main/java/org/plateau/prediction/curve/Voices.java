package org.plateau.prediction.curve;

import java.util.List;
import org.plateau.prediction.sweep.PastForecast;
import org.plateau.prediction.sweep.Series;
import org.plateau.prediction.sweep.SweptFit;
import org.plateau.prediction.sweep.SweptFits;

/**
 * How much each fit of a sweep is listened to: in its series, 1/(e + e₀) with e the mean of its past errors on this curve
 * and e₀ the smallest of the series; so that nobody who is half as good as the best is left unheard, and nobody much worse
 * is heard. Fits that have no past are not: they had as many parameters as points.
 */
final class Voices {
    /** Of the range of the values: errors that are roots of differences of large sums tell no better. */
    private static final double ROUNDING = 1e-4;

    private final List<SweptFit> fits;
    private final double[] weights;
    private final double total;

    Voices(SweptFits swept, SeenValues values, double raw) {
        fits = swept.fits();
        double floor = Math.max(ROUNDING * values.range(), Double.MIN_NORMAL);
        double[] shares = shares(swept.shares());
        double[] errors = new double[fits.size()];
        for (int i = 0; i < errors.length; i++) {
            errors[i] = floor + values.scaled(error(fits.get(i), shares));
        }
        weights = new double[errors.length];
        total = weigh(Series.RAW, errors, raw) + weigh(Series.BEST, errors, 1 - raw);
    }

    /** Shares out a weight among the fits of a series and returns it, 0 if none can be heard. */
    private double weigh(Series series, double[] errors, double share) {
        double smallest = Double.POSITIVE_INFINITY;
        for (int i = 0; i < errors.length; i++) {
            if (fits.get(i).series() == series && errors[i] < smallest) {
                smallest = errors[i];
            }
        }
        if (smallest == Double.POSITIVE_INFINITY) {
            return 0;
        }
        double sum = 0;
        for (int i = 0; i < errors.length; i++) {
            if (fits.get(i).series() == series && !Double.isNaN(errors[i])) {
                weights[i] = smallest / (errors[i] + smallest);
                sum += weights[i];
            }
        }
        for (int i = 0; i < errors.length; i++) {
            if (fits.get(i).series() == series) {
                weights[i] *= share / sum;
            }
        }
        return share;
    }

    private static double[] shares(List<Double> epochs) {
        return epochs.stream().mapToDouble(Double::doubleValue).toArray();
    }

    /** Mean of the past errors as of some epochs, NaN without any. */
    private static double error(SweptFit fit, double[] shares) {
        double sum = 0;
        int made = 0;
        for (PastForecast past : fit.past()) {
            for (double share : shares) {
                if (past.epoch() == share) {
                    sum += past.error();
                    made++;
                }
            }
        }
        return sum / made;
    }

    /** How many there are, those not heard among them. */
    int size() {
        return weights.length;
    }

    SweptFit fit(int index) {
        return fits.get(index);
    }

    /** Weight in the gain, all of them summing up to 1; 0 for those not heard. */
    double weight(int index) {
        return total > 0 ? weights[index] / total : 0;
    }

    /** How many are heard. */
    int heard() {
        int heard = 0;
        for (double weight : weights) {
            heard += weight > 0 ? 1 : 0;
        }
        return heard;
    }

    /** Whether anybody is heard. */
    boolean any() {
        return total > 0;
    }
}
