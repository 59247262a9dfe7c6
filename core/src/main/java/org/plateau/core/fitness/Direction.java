package org.plateau.core.fitness;

/** Whether more or less of a measure is better. */
public enum Direction {
    MAXIMIZE,
    MINIMIZE;

    /** Whether {@code candidate} is strictly better than {@code incumbent}; NaN is better than nothing and worse than all. */
    public boolean better(double candidate, double incumbent) {
        if (Double.isNaN(candidate)) {
            return false;
        }
        if (Double.isNaN(incumbent)) {
            return true;
        }
        return this == MAXIMIZE ? candidate > incumbent : candidate < incumbent;
    }

    /** The better of two values, the incumbent where they are equal. */
    public double best(double incumbent, double candidate) {
        return better(candidate, incumbent) ? candidate : incumbent;
    }

    /** The value as something to be minimised: itself, or its negative. */
    public double asCost(double value) {
        return this == MINIMIZE ? value : -value;
    }
}
