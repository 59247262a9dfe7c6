package org.plateau.prediction.replay;

import org.plateau.prediction.History;
import org.plateau.prediction.Observation;

/** Predicts the fitness at the horizon as one number, stateless. */
@FunctionalInterface
public interface ValuePrediction {
    /** The fitness at the horizon, NaN where nothing can be said. */
    double predict(Observation observation, History history);
}
