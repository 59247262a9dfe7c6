package org.plateau.prediction.replay;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.plateau.core.fitness.Fitness;
import org.plateau.core.fitness.LearningCurve;
import org.plateau.prediction.Verdict;
import org.plateau.prediction.policy.MedianStopping;

/** The median stopping rule as a row: networks arrive one by one, and what is stopped is worth its last value. */
final class MedianRow {
    static final String NAME = "median";

    private static final int STARTUP = 5;

    private MedianRow() {}

    static ReplayRow row() {
        MedianStopping median = new MedianStopping(STARTUP);
        Judge judge = (observation, forecast, finished, peers) -> {
            List<LearningCurve> curves = finished.trainings().stream()
                    .map(training ->
                            training.series().getOrDefault(observation.fitness().name(), LearningCurve.empty()))
                    .toList();
            double last = observation.curve().lastValue();
            return median.stops(
                            observation.curve(), curves, observation.fitness().direction())
                    ? new Verdict.Stop(
                            NAME,
                            "Worse than the median of %d finished trainings".formatted(curves.size()),
                            Map.of("last", last),
                            Optional.of(new Fitness(last, Fitness.Origin.PREDICTED)))
                    : new Verdict.Continue("Not worse than the median of the finished trainings");
        };
        return new ReplayRow.Judged(
                NAME, Predictor.none(NAME, Sight.HISTORY), judge, new Exploration.None(), Survivors.none());
    }
}
