package org.plateau.prediction.replay;

import java.util.List;
import org.plateau.core.fitness.LearningCurve;
import org.plateau.prediction.fit.CurveFitter;
import org.plateau.prediction.fit.Fit;
import org.plateau.prediction.function.ParametricFunction;

/** Predictions that need no history. */
final class SimplePredictions {
    private SimplePredictions() {}

    /** The value measured last. */
    static ValuePrediction last() {
        return (observation, history) ->
                observation.curve().isEmpty() ? Double.NaN : observation.curve().lastValue();
    }

    /** The best value measured. */
    static ValuePrediction best() {
        return (observation, history) ->
                observation.curve().best(observation.fitness().direction());
    }

    /** A function fitted to all points. */
    static ValuePrediction function(ParametricFunction function) {
        return (observation, history) -> predict(function, observation.curve(), observation.horizon());
    }

    /** The median of what the functions say that can be fitted. */
    static ValuePrediction median(List<ParametricFunction> functions) {
        return (observation, history) -> Quantiles.median(functions.stream()
                .mapToDouble(function -> predict(function, observation.curve(), observation.horizon()))
                .filter(Double::isFinite)
                .toArray());
    }

    private static double predict(ParametricFunction function, LearningCurve curve, double horizon) {
        return CurveFitter.fit(function, curve, horizon) instanceof Fit.Fitted fitted
                ? fitted.prediction()
                : Double.NaN;
    }
}
