package org.plateau.prediction.replay;

import java.util.Map;
import java.util.Optional;
import org.plateau.core.fitness.Fitness;
import org.plateau.prediction.Verdict;

/** The regression on a training series, and the row that stops everything after a few epochs with what it says. */
final class LinearRow {
    static final String PREDICTOR = "linear";

    private static final double RIDGE = 1e-3;

    private LinearRow() {}

    /** Empty where the group has no series measured on training data. */
    static Optional<Predictor> predictor(ReplayGroup group) {
        return CompanionRegression.companion(group)
                .map(companion -> Predictor.value(PREDICTOR, Sight.ALL, new CompanionRegression(companion, RIDGE)));
    }

    static ReplayRow row(ReplayContext context, int epoch, Survivors survivors) {
        String name = "linear-" + epoch;
        Judge judge = (observation, forecast, finished, peers) -> observation.epoch() >= epoch && forecast.present()
                ? new Verdict.Stop(
                        name,
                        "The line through %d finished trainings says %.4g"
                                .formatted(finished.trainings().size(), forecast.value()),
                        Map.of("forecast", forecast.value()),
                        Optional.of(new Fitness(forecast.value(), Fitness.Origin.PREDICTED)))
                : new Verdict.Continue("Fewer than %d epochs are completed, or there is no line yet".formatted(epoch));
        return predictor(context.group())
                .<ReplayRow>map(
                        predictor -> new ReplayRow.Judged(name, predictor, judge, context.exploration(), survivors))
                .orElseGet(() -> new ReplayRow.Missing(name, "they need a series measured on training data"));
    }
}
