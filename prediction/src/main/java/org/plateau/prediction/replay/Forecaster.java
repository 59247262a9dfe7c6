package org.plateau.prediction.replay;

import org.plateau.prediction.Forecast;
import org.plateau.prediction.History;
import org.plateau.prediction.Observation;

/**
 * Forecasts one training as it goes on, asked once for every epoch in order. Unlike an engine it may remember what it
 * said before.
 */
@FunctionalInterface
public interface Forecaster {
    /** See {@link org.plateau.prediction.PredictionEngine#forecast}. */
    Forecast forecast(Observation observation, History history);
}
