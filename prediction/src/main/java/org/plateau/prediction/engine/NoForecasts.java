package org.plateau.prediction.engine;

import org.plateau.prediction.Engines;
import org.plateau.prediction.Forecast;
import org.plateau.prediction.History;
import org.plateau.prediction.Observation;
import org.plateau.prediction.PredictionEngine;

/** Full training: nothing is forecast. */
public record NoForecasts() implements PredictionEngine {
    @Override
    public String name() {
        return Engines.NONE;
    }

    @Override
    public Forecast forecast(Observation observation, History history) {
        return Forecast.none(observation, history, name(), "No prediction is asked for");
    }
}
