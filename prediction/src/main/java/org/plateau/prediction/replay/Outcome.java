package org.plateau.prediction.replay;

import java.util.Optional;
import org.plateau.core.trail.Interval;

/**
 * How one network of a replayed search came out.
 *
 * @param spent epochs that were trained
 * @param full epochs that a whole training takes
 * @param recorded its fitness as the search knows it, in points
 * @param truth its fitness at the horizon, in points
 * @param stopped whether the recorded fitness is not a measured one at the horizon
 * @param interval the forecast's 80 % interval when it was stopped, empty where there is none
 */
public record Outcome(
        double spent, double full, double recorded, double truth, boolean stopped, Optional<Interval> interval) {
    double error() {
        return Math.abs(recorded - truth);
    }

    /** Trained on to its end. */
    Outcome finished() {
        return new Outcome(full, full, truth, truth, false, Optional.empty());
    }
}
