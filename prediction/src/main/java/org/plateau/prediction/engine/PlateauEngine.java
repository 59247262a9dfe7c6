package org.plateau.prediction.engine;

import java.util.List;
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

/** Plateau's engine: the fitness as its curve alone tells, see {@link CurveForecaster}. Immutable. */
public final class PlateauEngine implements PredictionEngine {
    private final CurveForecaster forecaster;

    /**
     * An engine with all functions of an index.
     *
     * @param memory how many forecasts the track holds
     */
    public PlateauEngine(int memory, FunctionIndex index) {
        forecaster = CurveForecaster.of(index, CurveSettings.standard().remembering(memory));
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
        CurveForecast alone = forecaster.forecast(curve, observation.fitness(), observation.horizon());
        return new Forecast(
                observation.epoch(),
                observation.horizon(),
                alone.value(),
                alone.intervals(),
                alone.functions(),
                name(),
                alone.track(),
                history.version(),
                alone.note());
    }
}
