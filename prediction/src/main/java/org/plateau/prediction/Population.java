package org.plateau.prediction;

import java.util.List;
import org.plateau.core.fitness.FitnessMeasure;
import org.plateau.core.fitness.LearningCurve;

/**
 * Trainings that a {@link Policy} compares. Immutable.
 *
 * @param fitness by which they are compared
 * @param horizon epoch at which a training is finished
 * @param members in order of arrival
 */
public record Population(FitnessMeasure fitness, double horizon, List<Member> members) {
    public Population {
        if (!(horizon > 0) || Double.isInfinite(horizon)) {
            throw new IllegalArgumentException("A horizon must be a finite number > 0, but was " + horizon);
        }
        members = List.copyOf(members);
    }

    /**
     * A training with its fitness so far.
     *
     * @param network its id
     * @param curve what was measured
     * @param ended whether it cannot be trained on: it is at the horizon, or it broke off
     */
    public record Member(String network, LearningCurve curve, boolean ended) {
        /** Whether it was measured at the epoch or after it, or cannot be any more. */
        public boolean reached(double epoch) {
            return ended || (!curve.isEmpty() && curve.lastEpoch() >= epoch);
        }
    }
}
