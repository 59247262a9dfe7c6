package org.plateau.prediction.replay;

import java.util.Optional;
import java.util.function.DoubleSupplier;
import java.util.function.Supplier;
import org.plateau.prediction.PredictionEngine;
import org.plateau.prediction.engine.NoForecasts;

/**
 * Something that forecasts, under the name by which the evaluation shows it.
 *
 * @param name of it
 * @param sight what it is shown
 * @param begin a forecaster for one more training
 * @param micros its own account of the mean microseconds of a forecast, where it shares its work with others or makes no
 *     forecasts; else its calls are timed
 */
public record Predictor(String name, Sight sight, Supplier<Forecaster> begin, Optional<DoubleSupplier> micros) {
    /** An engine; how many forecasts its tracks hold has been settled when it was made. */
    public static Predictor engine(String name, Sight sight, PredictionEngine engine) {
        return new Predictor(name, sight, () -> engine::forecast, Optional.empty());
    }

    /** A predictor of one number. */
    public static Predictor value(String name, Sight sight, ValuePrediction prediction) {
        return new Predictor(name, sight, () -> new TrackingForecaster(name, prediction), Optional.empty());
    }

    /** A predictor of one number that accounts for its time itself. */
    static Predictor value(String name, Sight sight, ValuePrediction prediction, DoubleSupplier micros) {
        return new Predictor(name, sight, () -> new TrackingForecaster(name, prediction), Optional.of(micros));
    }

    /** No forecasts, for rules that need none. */
    public static Predictor none(String name, Sight sight) {
        NoForecasts none = new NoForecasts();
        return new Predictor(name, sight, () -> none::forecast, Optional.of(() -> Double.NaN));
    }

    /** Mean microseconds of a forecast. */
    double micros(Watch watch) {
        return micros.map(DoubleSupplier::getAsDouble).orElseGet(watch::microseconds);
    }
}
