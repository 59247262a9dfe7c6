package org.plateau.prediction.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.plateau.core.fitness.Direction;
import org.plateau.core.fitness.FitnessMeasure;
import org.plateau.core.fitness.LearningCurve;
import org.plateau.core.trail.FittedFunction;
import org.plateau.prediction.Engines;
import org.plateau.prediction.Forecast;
import org.plateau.prediction.History;
import org.plateau.prediction.Observation;
import org.plateau.prediction.PredictionEngine;
import org.plateau.prediction.fit.CurveFitter;
import org.plateau.prediction.fit.Fit;
import org.plateau.prediction.fit.Thinning;
import org.plateau.prediction.function.FunctionIndex;
import org.plateau.prediction.function.ParametricFunction;
import org.plateau.prediction.history.HistoryForecast;
import org.plateau.prediction.history.HistoryForecaster;

/**
 * Plateau's engine without history: six functions, and those that a user adds, are fitted to the curve and to its
 * best-so-far, the median of what they say for the horizon is mixed with the best of the last five values. When a share
 * t of the horizon has passed, the forecast is (1 − √t)·median + √t·recent best: early the functions speak, late the
 * measurements.
 *
 * <p>No single family of curves wins everywhere, the median of several is robust; and late in a training the best
 * value seen lately is hard to beat. Forecasts are kept within the measure's bounds.
 *
 * @param memory how many forecasts the track holds
 * @param added functions that take part beside the six
 */
public record PlateauEngine(int memory, List<ParametricFunction> added) implements PredictionEngine {
    private static final List<ParametricFunction> FUNCTIONS = Stream.of(
                    "power-offset", "mmf", "inverse-logarithm", "logarithm", "exponential-offset", "vapor-pressure")
            .map(FunctionIndex.standard()::named)
            .toList();
    private static final int SMALLEST = 3;
    private static final int RECENT = 5;
    private static final int MOST = 300;

    public PlateauEngine {
        added = List.copyOf(added);
    }

    @Override
    public String name() {
        return Engines.PLATEAU;
    }

    @Override
    public Forecast forecast(Observation observation, History history) {
        LearningCurve curve = observation.curve();
        if (curve.isEmpty() || !Double.isFinite(curve.lastValue())) {
            return Forecast.none(observation, history, name(), "The fitness is no number");
        }
        List<Forecast.Past> track = new ArrayList<>();
        Mixture last = new Mixture(Double.NaN, List.of());
        for (int size = Math.max(SMALLEST, curve.size() - memory + 1); size <= curve.size(); size++) {
            last = mix(observation, finite(curve.first(size)));
            track.add(new Forecast.Past(curve.epoch(size - 1), last.value));
        }
        if (curve.size() < SMALLEST) {
            track.add(new Forecast.Past(observation.epoch(), Double.NaN));
        }
        Optional<HistoryForecast> learned = HISTORY.forecast(observation, history);
        if (learned.isPresent()) {
            HistoryForecast known = learned.get();
            track.set(track.size() - 1, new Forecast.Past(observation.epoch(), known.value()));
            return new Forecast(
                    observation.epoch(),
                    observation.horizon(),
                    known.value(),
                    Forecast.best(observation, known.value()),
                    known.intervals(),
                    last.functions,
                    name(),
                    track,
                    history.version(),
                    known.novelty(),
                    "From %d finished trainings: %s".formatted(known.finished(), String.join(", ", known.experts())));
        }
        if (!Double.isFinite(last.value)) {
            return Forecast.none(observation, history, name(), "Fewer than %d values are measured".formatted(SMALLEST));
        }
        return new Forecast(
                observation.epoch(),
                observation.horizon(),
                last.value,
                List.of(),
                last.functions,
                name(),
                track,
                history.version(),
                "The median of %d fits, mixed with the best of the last %d values"
                        .formatted(last.functions.size(), RECENT));
    }

    private static final HistoryForecaster HISTORY = new HistoryForecaster((curve, measure, horizon) ->
            new PlateauEngine(1, List.of()).mix(Observation.of(measure, curve, horizon), finite(curve)).value);

    private record Mixture(double value, List<FittedFunction> functions) {}

    private Mixture mix(Observation observation, LearningCurve curve) {
        if (curve.size() < SMALLEST) {
            return new Mixture(Double.NaN, List.of());
        }
        FitnessMeasure measure = observation.fitness();
        LearningCurve best = bestSoFar(curve, measure.direction());
        List<Fit.Fitted> fits = new ArrayList<>();
        for (ParametricFunction function :
                Stream.concat(FUNCTIONS.stream(), added.stream()).toList()) {
            for (LearningCurve fitted : List.of(Thinning.of(curve, MOST), Thinning.of(best, MOST))) {
                if (CurveFitter.fit(function, fitted, observation.horizon()) instanceof Fit.Fitted fit) {
                    fits.add(fit);
                }
            }
        }
        double recent = Double.NaN;
        for (int i = Math.max(0, curve.size() - RECENT); i < curve.size(); i++) {
            recent = measure.direction().best(recent, curve.value(i));
        }
        double late = Math.sqrt(Math.min(1, curve.lastEpoch() / observation.horizon()));
        double[] predictions = fits.stream()
                .mapToDouble(fit -> within(measure, fit.prediction()))
                .sorted()
                .toArray();
        double value = fits.isEmpty() ? recent : (1 - late) * median(predictions) + late * recent;
        List<FittedFunction> functions = fits.stream()
                .map(fit -> new FittedFunction(
                        fit.function(), fit.coefficients(), (1 - late) / fits.size(), fit.prediction()))
                .toList();
        return new Mixture(value, functions);
    }

    private static double median(double[] sorted) {
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    private static double within(FitnessMeasure measure, double value) {
        return Math.min(measure.upper(), Math.max(measure.lower(), value));
    }

    private static LearningCurve bestSoFar(LearningCurve curve, Direction direction) {
        double[] values = curve.values();
        for (int i = 1; i < values.length; i++) {
            values[i] = direction.best(values[i - 1], values[i]);
        }
        return LearningCurve.of(curve.epochs(), values);
    }

    /** The curve without values that are no numbers. */
    private static LearningCurve finite(LearningCurve curve) {
        double[] values = curve.values();
        if (Arrays.stream(values).allMatch(Double::isFinite)) {
            return curve;
        }
        LearningCurve kept = LearningCurve.empty();
        for (int i = 0; i < values.length; i++) {
            if (Double.isFinite(values[i])) {
                kept = kept.plus(curve.epoch(i), values[i]);
            }
        }
        return kept;
    }
}
