package org.plateau.prediction.function;

/**
 * What a number may be.
 *
 * @param lower −∞ where there is no bound
 * @param upper at least {@code lower}, +∞ where there is no bound
 */
public record Interval(double lower, double upper) {
    /** Every number. */
    public static final Interval ALL = new Interval(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);

    /** Zero and less. */
    public static final Interval NEGATIVE = new Interval(Double.NEGATIVE_INFINITY, 0);

    /** Zero and more. */
    public static final Interval POSITIVE = new Interval(0, Double.POSITIVE_INFINITY);

    public Interval {
        if (!(lower <= upper)) {
            throw new IllegalArgumentException(
                    "The bounds of an interval must not decrease, but were [%s, %s]".formatted(lower, upper));
        }
    }

    /** Whether a number is within. */
    public boolean contains(double value) {
        return value >= lower && value <= upper;
    }

    /** The nearest number within. */
    public double nearest(double value) {
        return Math.min(upper, Math.max(lower, value));
    }
}
