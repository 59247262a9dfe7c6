package org.plateau.core.trail;

/**
 * A central prediction interval.
 *
 * @param level share of outcomes that it should hold, in (0, 1)
 * @param lower its lower end
 * @param upper its upper end
 */
public record Interval(double level, double lower, double upper) {
    public Interval {
        if (!(level > 0 && level < 1) || lower > upper) {
            throw new IllegalArgumentException(
                    "An interval needs a level in (0, 1) and ordered ends, but was %s of [%s, %s]"
                            .formatted(level, lower, upper));
        }
    }
}
