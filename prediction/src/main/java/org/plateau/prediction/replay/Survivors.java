package org.plateau.prediction.replay;

/**
 * Which of the networks that were stopped are trained on to the horizon when all others are through.
 *
 * @param count how many of the best recorded ones; 0 for none
 * @param untilMeasured whether that is repeated until the {@code count} best recorded of all networks are measured ones;
 *     else the {@code count} best of those that were stopped are trained on once
 */
public record Survivors(int count, boolean untilMeasured) {
    public Survivors {
        if (count < 0) {
            throw new IllegalArgumentException("Survivors must be ≥ 0, but were " + count);
        }
    }

    /** What was stopped stays stopped. */
    public static Survivors none() {
        return new Survivors(0, false);
    }

    /** The best of the stopped, once. */
    public static Survivors once(int count) {
        return new Survivors(count, false);
    }

    /** The best of all, until they were all measured. */
    public static Survivors measured(int count) {
        return new Survivors(count, true);
    }
}
