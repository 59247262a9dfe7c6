package org.plateau.prediction;

import java.util.List;

/**
 * The finished trainings that a forecast may learn from, in the order in which they finished. Immutable.
 *
 * @param version grows with every training that is added, 0 is the empty history; recorded with every forecast
 * @param trainings what finished
 */
public record History(long version, List<FinishedTraining> trainings) {
    private static final History NONE = new History(0, List.of());

    public History {
        if (version < 0) {
            throw new IllegalArgumentException("A history's version must be ≥ 0, but was " + version);
        }
        trainings = GrowingList.copyOf(trainings);
    }

    /** Nothing is known yet. */
    public static History none() {
        return NONE;
    }

    /** This history with one more finished training and the next version, in constant time on average. */
    public History plus(FinishedTraining training) {
        return new History(
                version + 1, GrowingList.<FinishedTraining>copyOf(trainings).with(training));
    }
}
