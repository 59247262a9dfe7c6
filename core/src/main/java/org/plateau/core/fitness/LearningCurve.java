package org.plateau.core.fitness;

import java.util.Arrays;

/**
 * One series of measurements over a training: values at strictly increasing epochs.
 *
 * <p>Epoch e means e epochs completed, 0 is before training, fractions are allowed. Values are recorded as they were
 * measured: NaN and infinities mean what they say. Immutable.
 */
public final class LearningCurve {
    private static final LearningCurve EMPTY = new LearningCurve(new double[0], new double[0]);

    private final double[] epochs;
    private final double[] values;

    private LearningCurve(double[] epochs, double[] values) {
        this.epochs = epochs;
        this.values = values;
    }

    /** A curve without a point. */
    public static LearningCurve empty() {
        return EMPTY;
    }

    /**
     * A curve from its points.
     *
     * @throws IllegalArgumentException if the lengths differ, or epochs are negative, not finite or not increasing
     */
    public static LearningCurve of(double[] epochs, double[] values) {
        if (epochs.length != values.length) {
            throw new IllegalArgumentException("A curve needs as many values as epochs, but had %d and %d"
                    .formatted(values.length, epochs.length));
        }
        for (int i = 0; i < epochs.length; i++) {
            requireEpoch(epochs[i], i == 0 ? -1 : epochs[i - 1]);
        }
        return new LearningCurve(epochs.clone(), values.clone());
    }

    /** This curve with one more point. */
    public LearningCurve plus(double epoch, double value) {
        requireEpoch(epoch, isEmpty() ? -1 : lastEpoch());
        double[] moreEpochs = Arrays.copyOf(epochs, size() + 1);
        double[] moreValues = Arrays.copyOf(values, size() + 1);
        moreEpochs[size()] = epoch;
        moreValues[size()] = value;
        return new LearningCurve(moreEpochs, moreValues);
    }

    /** The first {@code points} points. */
    public LearningCurve first(int points) {
        return points >= size()
                ? this
                : new LearningCurve(Arrays.copyOf(epochs, points), Arrays.copyOf(values, points));
    }

    /** The points up to and including an epoch. */
    public LearningCurve upTo(double epoch) {
        int points = 0;
        while (points < size() && epochs[points] <= epoch) {
            points++;
        }
        return first(points);
    }

    public int size() {
        return epochs.length;
    }

    public boolean isEmpty() {
        return epochs.length == 0;
    }

    public double epoch(int index) {
        return epochs[index];
    }

    public double value(int index) {
        return values[index];
    }

    /** Epoch of the last point; fails with {@link IndexOutOfBoundsException} on an empty curve. */
    public double lastEpoch() {
        return epochs[size() - 1];
    }

    /** Value of the last point; fails with {@link IndexOutOfBoundsException} on an empty curve. */
    public double lastValue() {
        return values[size() - 1];
    }

    /** The best value seen, NaN where no value was a number. */
    public double best(Direction direction) {
        double best = Double.NaN;
        for (double value : values) {
            best = direction.best(best, value);
        }
        return best;
    }

    /** A copy of the epochs, in order. */
    public double[] epochs() {
        return epochs.clone();
    }

    /** A copy of the values, in order. */
    public double[] values() {
        return values.clone();
    }

    private static void requireEpoch(double epoch, double previous) {
        if (!(epoch >= 0) || Double.isInfinite(epoch)) {
            throw new IllegalArgumentException("An epoch must be a finite number ≥ 0, but was " + epoch);
        }
        if (!(epoch > previous)) {
            throw new IllegalArgumentException(
                    "Epochs must be strictly increasing, but %s came after %s".formatted(epoch, previous));
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof LearningCurve curve
                && Arrays.equals(epochs, curve.epochs)
                && Arrays.equals(values, curve.values);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(epochs) + Arrays.hashCode(values);
    }

    @Override
    public String toString() {
        return isEmpty()
                ? "LearningCurve[empty]"
                : "LearningCurve[%d points to epoch %s, last %s]".formatted(size(), lastEpoch(), lastValue());
    }
}
