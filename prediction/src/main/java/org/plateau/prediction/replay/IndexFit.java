package org.plateau.prediction.replay;

import java.util.List;
import org.plateau.core.fitness.LearningCurve;
import org.plateau.prediction.fit.CurveFitter;
import org.plateau.prediction.fit.Fit;
import org.plateau.prediction.function.ParametricFunction;

/** Fits several functions to one curve: the one place where the evaluation fits. */
@FunctionalInterface
interface IndexFit {
    /** What each function says for the horizon, NaN where it could not be fitted. */
    double[] predictions(LearningCurve curve, double horizon);

    /** Each function by itself, to all points of the curve. */
    static IndexFit of(List<ParametricFunction> functions) {
        return (curve, horizon) -> functions.stream()
                .mapToDouble(function -> CurveFitter.fit(function, curve, horizon) instanceof Fit.Fitted fitted
                        ? fitted.prediction()
                        : Double.NaN)
                .toArray();
    }
}
