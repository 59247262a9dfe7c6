package org.plateau.prediction.replay;

import java.util.function.Supplier;
import org.plateau.prediction.PredictionEngine;
import org.plateau.prediction.engine.NoForecasts;

/**
 * Something that forecasts, under the name by which the evaluation shows it.
 *
 * @param name of it
 * @param sight what it is shown
 * @param begin a forecaster for one more training
 */
public record Predictor(String name, Sight sight, Supplier<Forecaster> begin) {
    /** An engine; how many forecasts its tracks hold has been settled when it was made. */
    public static Predictor engine(String name, Sight sight, PredictionEngine engine) {
        return new Predictor(name, sight, () -> engine::forecast);
    }

    /** A predictor of one number. */
    public static Predictor value(String name, Sight sight, ValuePrediction prediction) {
        return new Predictor(name, sight, () -> new TrackingForecaster(name, prediction));
    }

    /** No forecasts, for rules that need none. */
    public static Predictor none(String name, Sight sight) {
        return engine(name, sight, new NoForecasts());
    }
}
