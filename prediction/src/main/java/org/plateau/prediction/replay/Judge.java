package org.plateau.prediction.replay;

import org.plateau.prediction.Forecast;
import org.plateau.prediction.History;
import org.plateau.prediction.Observation;
import org.plateau.prediction.Peers;
import org.plateau.prediction.Rule;
import org.plateau.prediction.Verdict;

/** Decides on a replayed training after every epoch but the last. */
@FunctionalInterface
public interface Judge {
    /**
     * Whether it goes on.
     *
     * @param finished trainings before it
     * @param peers with the best fitness recorded so far
     */
    Verdict judge(Observation observation, Forecast forecast, History finished, Peers peers);

    /** A rule. */
    static Judge rule(Rule rule) {
        return (observation, forecast, finished, peers) -> rule.judge(observation, forecast, peers);
    }
}
