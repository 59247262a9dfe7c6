package org.plateau.core.fitness;

/**
 * A network's fitness as it is told to a searcher.
 *
 * @param value in the measure's unit, at the horizon
 * @param origin whether it was measured there or predicted from an unfinished training
 */
public record Fitness(double value, Origin origin) {
    /** Where a fitness comes from. */
    public enum Origin {
        MEASURED,
        PREDICTED
    }

    public boolean measured() {
        return origin == Origin.MEASURED;
    }
}
