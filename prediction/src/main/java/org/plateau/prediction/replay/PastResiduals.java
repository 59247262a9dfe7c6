package org.plateau.prediction.replay;

import java.util.List;
import org.plateau.core.fitness.FitnessMeasure;
import org.plateau.core.fitness.LearningCurve;
import org.plateau.core.trail.Interval;
import org.plateau.prediction.Forecast;
import org.plateau.prediction.History;
import org.plateau.prediction.Observation;
import org.plateau.prediction.PredictionEngine;
import org.plateau.prediction.Quantiles;

/** The value measured last, with the quantiles of what finished trainings had still before them there as an interval. */
record PastResiduals() implements PredictionEngine {
    static final String NAME = "last with past residuals";

    /** With fewer residuals nothing is said of the spread. */
    private static final int FEWEST = 5;

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Forecast forecast(Observation observation, History history) {
        LearningCurve curve = observation.curve();
        FitnessMeasure fitness = observation.fitness();
        double last = curve.isEmpty() ? Double.NaN : curve.lastValue();
        double[] residuals = history.trainings().stream()
                .map(finished -> finished.series().getOrDefault(fitness.name(), LearningCurve.empty()))
                .filter(finished -> !finished.isEmpty())
                .mapToDouble(finished -> residual(finished, observation.epoch()))
                .filter(Double::isFinite)
                .sorted()
                .toArray();
        List<Interval> intervals = Double.isNaN(last) || residuals.length < FEWEST
                ? List.of()
                : List.of(new Interval(
                        0.8,
                        within(fitness, last + Quantiles.of(residuals, 0.1)),
                        within(fitness, last + Quantiles.of(residuals, 0.9))));
        return new Forecast(
                observation.epoch(),
                observation.horizon(),
                last,
                intervals,
                List.of(),
                NAME,
                List.of(new Forecast.Past(observation.epoch(), last)),
                history.version(),
                "The last value, and what %d finished trainings gained from there".formatted(residuals.length));
    }

    private static double residual(LearningCurve finished, double epoch) {
        LearningCurve seen = finished.upTo(epoch);
        return seen.isEmpty() ? Double.NaN : finished.lastValue() - seen.lastValue();
    }

    private static double within(FitnessMeasure fitness, double value) {
        return Math.min(fitness.upper(), Math.max(fitness.lower(), value));
    }
}
