package org.plateau.prediction.fit;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.plateau.core.fitness.LearningCurve;
import org.plateau.prediction.function.Parameter;
import org.plateau.prediction.function.ParametricFunction;

/**
 * Fits a function of the index to a curve: least squares under the function's bounds, from the start that the function
 * finds for the points. Never throws on values, whatever they are.
 */
public final class CurveFitter {
    private static final double LARGEST = 1e100;
    private static final int EVALUATIONS = 200;

    private CurveFitter() {}

    /**
     * The fitted function, or why there is none.
     *
     * @param function from the index
     * @param curve all of its points are used, but those before the function's smallest x
     * @param horizon epoch to predict
     */
    public static Fit fit(ParametricFunction function, LearningCurve curve, double horizon) {
        int skipped = 0;
        while (skipped < curve.size() && curve.epoch(skipped) < function.smallestX()) {
            skipped++;
        }
        List<Parameter> parameters = function.parameters();
        int points = curve.size() - skipped;
        if (points < parameters.size()) {
            return new Fit.Failed("%d parameters need as many points from epoch %s on, but there are %d"
                    .formatted(parameters.size(), function.smallestX(), points));
        }
        double[] x = new double[points];
        double[] y = new double[points];
        for (int i = 0; i < points; i++) {
            x[i] = curve.epoch(i + skipped);
            y[i] = curve.value(i + skipped);
            if (!(Math.abs(y[i]) < LARGEST)) {
                return new Fit.Failed("the value %s at epoch %s cannot be fitted".formatted(y[i], x[i]));
            }
        }
        Optional<double[]> start = function.start(x, y);
        if (start.isEmpty()) {
            return new Fit.Failed("the function has no finite values near these points");
        }
        double[] weights = new double[points];
        Arrays.fill(weights, 1);
        Optional<BoundedFit> fit = BoundedFit.from(function, x, y, weights, start.get(), EVALUATIONS);
        if (fit.isEmpty() || !Double.isFinite(function.value(fit.get().parameters(), horizon))) {
            return new Fit.Failed("the fitted function has no finite value at epoch " + horizon);
        }
        double[] fitted = fit.get().parameters();
        Map<String, Double> coefficients = new LinkedHashMap<>();
        for (int i = 0; i < fitted.length; i++) {
            coefficients.put(parameters.get(i).name(), fitted[i]);
        }
        return new Fit.Fitted(function.name(), coefficients, fit.get().squares(), function.value(fitted, horizon));
    }
}
