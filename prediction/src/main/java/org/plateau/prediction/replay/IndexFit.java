package org.plateau.prediction.replay;

import java.util.Arrays;
import java.util.List;
import org.plateau.core.fitness.Direction;
import org.plateau.core.fitness.LearningCurve;
import org.plateau.prediction.function.ParametricFunction;
import org.plateau.prediction.sweep.Series;
import org.plateau.prediction.sweep.Sweep;
import org.plateau.prediction.sweep.SweepSettings;
import org.plateau.prediction.sweep.SweptFit;

/** Fits several functions to one curve: the one place where the evaluation fits. */
@FunctionalInterface
interface IndexFit {
    /** Least squares as publications use them: all points weigh the same, whatever they are. */
    SweepSettings PLAIN = new SweepSettings(
            0, Double.POSITIVE_INFINITY, SweepSettings.FARTHEST, 50, List.of(), 1, 3, Double.POSITIVE_INFINITY);

    /** What each function says for the horizon, NaN where it could not be fitted. */
    double[] predictions(LearningCurve curve, double horizon);

    /** All functions at once, to the curve as it was measured. Nothing is said where the last value is no number. */
    static IndexFit of(List<ParametricFunction> functions) {
        Sweep sweep = Sweep.of(functions, PLAIN);
        return (curve, horizon) -> {
            double[] predictions = new double[functions.size()];
            Arrays.fill(predictions, Double.NaN);
            if (!curve.isEmpty() && Double.isFinite(curve.lastValue())) {
                for (SweptFit fit :
                        sweep.fit(curve, Direction.MAXIMIZE, horizon).fits()) {
                    if (fit.series() == Series.RAW) {
                        predictions[functions.indexOf(fit.function())] = fit.prediction();
                    }
                }
            }
            return predictions;
        };
    }
}
