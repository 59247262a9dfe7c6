package org.plateau.charts;

import java.util.Arrays;
import java.util.DoubleSummaryStatistics;
import java.util.Optional;
import java.util.stream.DoubleStream;
import org.plateau.core.fitness.FitnessMeasure;

/** The values that an axis covers. */
record Range(double lower, double upper) {
    /** How many interquartile ranges beyond the quartiles a value may lie on a side where the measure has no bound. */
    private static final double FENCE = 8;

    private static final double LARGEST = 1e150;

    /** Whether a value can be drawn at all. */
    static boolean drawable(double value) {
        return Math.abs(value) < LARGEST;
    }

    /**
     * A little more than the values cover, but not past the measure's bounds. Where it has no bound (the loss of a
     * training that ran away), a few values far from all others do not press the rest into one line.
     *
     * @return empty where no value can be drawn
     */
    static Optional<Range> covering(DoubleStream values, FitnessMeasure measure) {
        double[] sorted = values.filter(Range::drawable).sorted().toArray();
        if (sorted.length == 0) {
            return Optional.empty();
        }
        double low = sorted[0];
        double high = sorted[sorted.length - 1];
        double first = sorted[sorted.length / 4];
        double third = sorted[(sorted.length * 3) / 4];
        double reach = FENCE * (third - first);
        if (reach > 0 && Double.isInfinite(measure.upper())) {
            high = lastUpTo(sorted, third + reach);
        }
        if (reach > 0 && Double.isInfinite(measure.lower())) {
            low = -lastUpTo(Arrays.stream(sorted).map(v -> -v).sorted().toArray(), reach - first);
        }
        double size = Math.max(Math.abs(low), Math.abs(high));
        double pad = size == 0 ? 1 : high - low < 1e-9 * size ? 0.05 * size : 0.04 * (high - low);
        double least = Math.max(Math.min(measure.lower(), low), low - pad);
        double most = Math.min(Math.max(measure.upper(), high), high + pad);
        return Optional.of(new Range(least, most));
    }

    private static double lastUpTo(double[] sorted, double fence) {
        int last = sorted.length - 1;
        while (sorted[last] > fence) {
            last--;
        }
        return sorted[last];
    }

    /** This range, or as much more as these values need. */
    Range including(DoubleStream values) {
        DoubleSummaryStatistics needed = values.summaryStatistics();
        return new Range(Math.min(lower, needed.getMin()), Math.max(upper, needed.getMax()));
    }

    boolean contains(double value) {
        return value >= lower && value <= upper;
    }
}
