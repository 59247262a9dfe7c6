package org.plateau.prediction.shape;

import java.util.Arrays;
import java.util.OptionalDouble;
import org.plateau.core.fitness.FitnessMeasure;
import org.plateau.core.fitness.LearningCurve;
import org.plateau.prediction.Observation;

/**
 * A fitness as what it has gained over guessing,, in points of its {@link Scale}. Values that are no numbers
 * are left out, of long curves 500 are taken, the last among them.
 *
 * <p>What guessing is worth is {@link Observation#CHANCE} where it is known. Else it is read from the curve: the median of
 * its flat beginning; or, where it settles at a low level at once and stays there, that level. A bounded measure that is
 * in the better half of its range when it is measured first has learned before; there it is the worst value seen.
 *
 * <p>The <em>reach</em> is how far noise carries: four times its deviation, at least the margin and, for measures with an
 * end, at most ten points, so that wild learners are not taken for noise around guessing.
 */
final class Gains {
    private static final int MOST = 500;
    private static final double DEVIATIONS = 4;
    private static final double LARGEST_REACH = 10;
    private static final int SETTLED = 5;
    private static final double STILL = 4;

    private final double[] epochs;
    private final double[] values;
    private final double noise;
    private final double reach;
    private final double middle;
    private final double margin;

    Gains(Observation observation, double margin) {
        this.margin = margin;
        FitnessMeasure measure = observation.fitness();
        LearningCurve curve = observation.curve();
        Scale scale = Scale.of(measure, curve);
        int most = Math.min(MOST, curve.size());
        double[] x = new double[most];
        double[] y = new double[most];
        int n = 0;
        for (int i = 0; i < most; i++) {
            int index = (int) ((i + 1L) * curve.size() / most) - 1;
            if (Double.isFinite(curve.value(index))) {
                x[n] = curve.epoch(index);
                y[n++] = scale.points(curve.value(index));
            }
        }
        epochs = Arrays.copyOf(x, n);
        values = Arrays.copyOf(y, n);
        noise = Noise.of(epochs, values);
        double carried = Math.max(margin, DEVIATIONS * noise);
        reach = scale.endless() ? carried : Math.min(carried, Math.max(margin, LARGEST_REACH));
        double half = measure.lower() / 2 + measure.upper() / 2;
        OptionalDouble chance = observation.feature(Observation.CHANCE);
        boolean known = chance.isPresent() && Double.isFinite(chance.getAsDouble());
        double better = Double.isFinite(half) && !known ? scale.points(half) : Double.POSITIVE_INFINITY;
        double guessing = known ? scale.points(chance.getAsDouble()) : guessing(better);
        middle = better - guessing;
        for (int i = 0; i < n; i++) {
            values[i] -= guessing;
        }
    }

    private double guessing(double better) {
        int n = values.length;
        if (n == 0) {
            return 0;
        }
        if (values[0] > better + margin) {
            return Arrays.stream(values).min().orElse(0);
        }
        return settled(better).orElseGet(() -> Noise.median(Arrays.copyOf(values, flatBeginning())));
    }

    /** The low level that the curve settles at after its first measurements, without any trend from there on. */
    private OptionalDouble settled(double better) {
        int n = values.length;
        int first = Math.max(1, n / 10);
        if (n - first < SETTLED) {
            return OptionalDouble.empty();
        }
        double level = median(first, n);
        int third = (n - first) / 3;
        boolean still = Math.abs(median(n - third, n) - median(first, first + third)) <= margin / STILL;
        for (int i = first; i < n; i++) {
            still = still && Math.abs(values[i] - level) <= reach;
        }
        return still && level <= better + margin && Math.abs(level - values[0]) <= LARGEST_REACH
                ? OptionalDouble.of(level)
                : OptionalDouble.empty();
    }

    /** How many first values lie within the reach of the first one. */
    private int flatBeginning() {
        int flat = 1;
        while (flat < values.length && Math.abs(values[flat] - values[0]) <= reach) {
            flat++;
        }
        return flat;
    }

    int size() {
        return values.length;
    }

    double epoch(int index) {
        return epochs[index];
    }

    double value(int index) {
        return values[index];
    }

    double last() {
        return values[values.length - 1];
    }

    /** Deviation of the noise, in points. */
    double noise() {
        return noise;
    }

    /** How far noise carries, in points. */
    double reach() {
        return reach;
    }

    /** Whether a level of so many points may be one of guessing: not in the better half of a bounded measure's range. */
    boolean low(double level) {
        return level <= middle + margin;
    }

    /** Mean of the values in [from, to). */
    double mean(int from, int to) {
        double sum = 0;
        for (int i = from; i < to; i++) {
            sum += values[i];
        }
        return sum / (to - from);
    }

    double median(int from, int to) {
        return Noise.median(Arrays.copyOfRange(values, from, to));
    }

    /** The largest gain of all. */
    double largest() {
        return Arrays.stream(values).max().orElse(0);
    }

    /** The largest gain that three measurements in a row had as their median; of fewer measurements, the least. */
    double sustained() {
        if (size() < 3) {
            return Arrays.stream(values).min().orElse(0);
        }
        double best = Double.NEGATIVE_INFINITY;
        for (int i = 2; i < size(); i++) {
            double a = values[i - 2];
            double b = values[i - 1];
            double c = values[i];
            best = Math.max(best, Math.max(Math.min(a, b), Math.min(Math.max(a, b), c)));
        }
        return best;
    }

    /** Index of the first value beyond reach whose next two are so on average; the number of values if there is none. */
    int start() {
        for (int i = 0; i < size(); i++) {
            if (values[i] > reach && mean(i, Math.min(size(), i + 3)) > reach) {
                return i;
            }
        }
        return size();
    }
}
