package org.plateau.prediction;

import java.util.Optional;
import java.util.OptionalDouble;
import org.plateau.core.fitness.FitnessMeasure;
import org.plateau.core.fitness.LearningCurve;

/**
 * Shows a recorded training to a prediction epoch by epoch, as a search would have met it.
 *
 * @param prediction that forecasts and judges
 * @param fitness which of the recorded series it predicts
 * @param horizon epoch that it predicts; later points are never shown
 */
public record Replay(Prediction prediction, FitnessMeasure fitness, double horizon) {
    /**
     * How a replayed training ended.
     *
     * @param epoch epochs completed then
     * @param forecast the last one that was made
     * @param stop the first verdict to stop, empty where the training went to the horizon or its record ended
     * @param truth the fitness at the horizon, empty where the record ends earlier
     */
    public record Outcome(double epoch, Forecast forecast, Optional<Verdict.Stop> stop, OptionalDouble truth) {}

    /**
     * The first stop of a training, with the forecast made there. No stop is asked for at the horizon itself.
     *
     * @param training as recorded, perhaps beyond the horizon
     * @param history finished trainings that are known throughout
     */
    public Outcome of(FinishedTraining training, History history) {
        LearningCurve whole = training.series().getOrDefault(fitness.name(), LearningCurve.empty());
        LearningCurve curve = whole.upTo(horizon);
        OptionalDouble truth = !curve.isEmpty() && whole.lastEpoch() >= horizon
                ? OptionalDouble.of(curve.lastValue())
                : OptionalDouble.empty();
        Observation all = new Observation(
                Observation.upTo(training.series(), horizon), fitness, horizon, Optional.empty(), training.features());
        Forecast forecast = Forecast.none(all, history, prediction.engine().name(), "Nothing was measured");
        for (int i = 0; i < curve.size(); i++) {
            Observation observation = all.upTo(curve.epoch(i));
            forecast = prediction.forecast(observation, history);
            if (curve.epoch(i) < horizon
                    && prediction.judge(observation, forecast, Peers.none()) instanceof Verdict.Stop stop) {
                return new Outcome(curve.epoch(i), forecast, Optional.of(stop), truth);
            }
        }
        return new Outcome(all.epoch(), forecast, Optional.empty(), truth);
    }
}
