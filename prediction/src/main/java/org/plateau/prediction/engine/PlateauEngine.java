package org.plateau.prediction.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.plateau.core.fitness.LearningCurve;
import org.plateau.prediction.Engines;
import org.plateau.prediction.Forecast;
import org.plateau.prediction.History;
import org.plateau.prediction.Observation;
import org.plateau.prediction.PredictionEngine;
import org.plateau.prediction.curve.CurveForecast;
import org.plateau.prediction.curve.CurveForecaster;
import org.plateau.prediction.curve.CurveSettings;
import org.plateau.prediction.function.FunctionIndex;
import org.plateau.prediction.function.ParametricFunction;
import org.plateau.prediction.history.HistoryForecast;
import org.plateau.prediction.history.HistoryForecaster;

/**
 * Plateau's engine: the fitness as the curve alone tells it, see {@link CurveForecaster}; and as soon as a few trainings have
 * finished, as these tell it, see {@link HistoryForecaster}. Immutable.
 */
public final class PlateauEngine implements PredictionEngine {
    private final CurveForecaster curves;
    private final HistoryForecaster histories;

    /**
     * An engine with all functions of an index.
     *
     * @param memory how many forecasts the track holds
     */
    public PlateauEngine(int memory, FunctionIndex index) {
        curves = CurveForecaster.of(index, CurveSettings.standard().remembering(memory));
        histories = new HistoryForecaster(index);
    }

    /**
     * An engine with the standard index.
     *
     * @param memory how many forecasts the track holds
     * @param added functions that take part beside those of the index
     */
    public PlateauEngine(int memory, List<ParametricFunction> added) {
        this(memory, FunctionIndex.standard().plus(added));
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
        CurveForecast alone = curves.forecast(curve, observation.fitness(), observation.horizon());
        Optional<HistoryForecast> learned = histories.forecast(observation, history, alone);
        return learned.map(known -> forecast(observation, history, alone, known))
                .orElseGet(() -> forecast(observation, history, alone));
    }

    private Forecast forecast(Observation observation, History history, CurveForecast alone) {
        return new Forecast(
                observation.epoch(),
                observation.horizon(),
                alone.value(),
                alone.best(),
                alone.intervals(),
                alone.functions(),
                name(),
                alone.track(),
                history.version(),
                Double.POSITIVE_INFINITY,
                alone.note());
    }

    private Forecast forecast(Observation observation, History history, CurveForecast alone, HistoryForecast known) {
        List<Forecast.Past> track = new ArrayList<>();
        for (Forecast.Past past : alone.track().subList(0, alone.track().size() - 1)) {
            Observation earlier = observation.upTo(past.epoch());
            CurveForecast then = curves.forecast(earlier.curve(), observation.fitness(), observation.horizon());
            track.add(new Forecast.Past(
                    past.epoch(),
                    histories
                            .forecast(earlier, history, then)
                            .map(HistoryForecast::value)
                            .orElse(past.value())));
        }
        track.add(new Forecast.Past(observation.epoch(), known.value()));
        return new Forecast(
                observation.epoch(),
                observation.horizon(),
                known.value(),
                Forecast.best(observation, known.value()),
                known.intervals(),
                alone.functions(),
                name(),
                track,
                history.version(),
                known.novelty(),
                "From %d finished trainings: %s".formatted(known.finished(), String.join(", ", known.experts())));
    }
}
