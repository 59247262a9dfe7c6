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
    /** Whether it goes on. */
    Verdict judge(Observation observation, Forecast forecast, History finished);

    /** A rule that looks at nothing but the training. */
    static Judge rule(Rule rule) {
        return (observation, forecast, finished) -> rule.judge(observation, forecast, Peers.none());
    }
}
