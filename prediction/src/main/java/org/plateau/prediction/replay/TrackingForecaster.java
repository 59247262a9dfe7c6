package org.plateau.prediction.replay;

import java.util.ArrayList;
import java.util.List;
import org.plateau.prediction.Forecast;
import org.plateau.prediction.History;
import org.plateau.prediction.Observation;

/** Makes forecasts of a prediction, and their track of what it said before. Belongs to one training and one thread. */
final class TrackingForecaster implements Forecaster {
    private final String name;
    private final ValuePrediction prediction;
    private final List<Forecast.Past> track = new ArrayList<>();

    TrackingForecaster(String name, ValuePrediction prediction) {
        this.name = name;
        this.prediction = prediction;
    }

    @Override
    public Forecast forecast(Observation observation, History history) {
        double value = prediction.predict(observation, history);
        track.add(new Forecast.Past(observation.epoch(), value));
        return new Forecast(
                observation.epoch(),
                observation.horizon(),
                value,
                List.of(),
                List.of(),
                name,
                track,
                history.version(),
                Double.isFinite(value) ? "Predicted by " + name : name + " has nothing to say yet");
    }
}
