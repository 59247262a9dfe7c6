package org.plateau.prediction;

import java.util.List;
import java.util.stream.Stream;

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
        trainings = List.copyOf(trainings);
    }

    /** Nothing is known yet. */
    public static History none() {
        return NONE;
    }

    /** This history with one more finished training and the next version. */
    public History plus(FinishedTraining training) {
        return new History(
                version + 1,
                Stream.concat(trainings.stream(), Stream.of(training)).toList());
    }
}
