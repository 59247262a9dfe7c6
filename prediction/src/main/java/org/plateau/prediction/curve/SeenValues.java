package org.plateau.prediction.curve;

import java.util.Arrays;
import org.plateau.core.fitness.Direction;
import org.plateau.core.fitness.FitnessMeasure;
import org.plateau.core.fitness.LearningCurve;

/** The values of a curve that are numbers, in their largest size, so that nothing overflows, with the best so far. */
final class SeenValues {
    private final double[] epochs;
    private final double[] values;
    private final double[] best;
    private final double magnitude;
    private final double range;
    private final FitnessMeasure measure;

    SeenValues(LearningCurve curve, FitnessMeasure measure) {
        this.measure = measure;
        double[] x = new double[curve.size()];
        double[] y = new double[curve.size()];
        int finite = 0;
        double largest = 0;
        for (int i = 0; i < y.length; i++) {
            double value = curve.value(i);
            if (Double.isFinite(value)) {
                x[finite] = curve.epoch(i);
                y[finite++] = value;
                largest = Math.max(largest, Math.abs(value));
            }
        }
        epochs = x;
        values = Arrays.copyOf(y, finite);
        magnitude = largest > 0 ? largest : 1;
        best = new double[finite];
        double lowest = Double.POSITIVE_INFINITY;
        double highest = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < finite; i++) {
            values[i] /= magnitude;
            lowest = Math.min(lowest, values[i]);
            highest = Math.max(highest, values[i]);
            best[i] = i == 0 ? values[i] : measure.direction().best(best[i - 1], values[i]);
        }
        range = finite == 0 ? 0 : highest - lowest;
    }

    int count() {
        return values.length;
    }

    double epoch(int index) {
        return epochs[index];
    }

    double value(int index) {
        return values[index];
    }

    /** The best of the first values up to an index. */
    double best(int index) {
        return best[index];
    }

    /** The best of the values in [from, to). */
    double best(int from, int to) {
        double found = values[from];
        for (int i = from + 1; i < to; i++) {
            found = direction().best(found, values[i]);
        }
        return found;
    }

    /** How far the values in [from, to) are apart. */
    double range(int from, int to) {
        double lowest = values[from];
        double highest = values[from];
        for (int i = from + 1; i < to; i++) {
            lowest = Math.min(lowest, values[i]);
            highest = Math.max(highest, values[i]);
        }
        return highest - lowest;
    }

    /** How far all of the values are apart. */
    double range() {
        return range;
    }

    Direction direction() {
        return measure.direction();
    }

    /** A number in the measure's unit as these values are. */
    double scaled(double value) {
        return value / magnitude;
    }

    /** A scaled value within the measure's bounds, and nearer than infinity. */
    double within(double scaled) {
        double lower = Math.max(measure.lower(), -Double.MAX_VALUE) / magnitude;
        double upper = Math.min(measure.upper(), Double.MAX_VALUE) / magnitude;
        return Math.min(upper, Math.max(lower, scaled));
    }

    /** In the measure's unit and within its bounds. */
    double unscaled(double scaled) {
        double value = scaled * magnitude;
        return Math.min(
                Math.min(measure.upper(), Double.MAX_VALUE),
                Math.max(Math.max(measure.lower(), -Double.MAX_VALUE), value));
    }

    /** Scaled size of what the measure can be: its range, else that of the largest value. */
    double possible() {
        double all = measure.upper() - measure.lower();
        return Double.isFinite(all) ? all / magnitude : 1;
    }
}
