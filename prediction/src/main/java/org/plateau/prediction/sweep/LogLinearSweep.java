package org.plateau.prediction.sweep;

import java.util.Arrays;
import java.util.List;
import org.plateau.prediction.function.LogLinearFunction;
import org.plateau.prediction.function.Parameter;

/**
 * Fits functions whose logarithm is linear in the parameters to all prefixes of a curve: linear least squares on the
 * logarithms, in which a point weighs as much more as its value squared, for an error of a logarithm is worth that much
 * in values. Values that are not over 0 are left out.
 */
final class LogLinearSweep {
    private final SweptPoints points;

    LogLinearSweep(SweptPoints points) {
        this.points = points;
    }

    void fit(LogLinearFunction function, int first, Outcome outcome) {
        double[][] terms = new double[points.size() + 1][function.parameters().size()];
        for (int i = 0; i < terms.length; i++) {
            function.terms(points.epochs().at(i), terms[i]);
        }
        for (Series series : Series.values()) {
            fit(function, series, new LogLinearEquations(function, points, series, terms, first), outcome);
        }
    }

    private void fit(LogLinearFunction function, Series series, LogLinearEquations equations, Outcome outcome) {
        if (!equations.enough(points.size())) {
            outcome.failed(function, series, "fewer than %d of the values are over 0".formatted(equations.unknowns()));
            return;
        }
        int[] prefixes = points.prefixes();
        PastForecast[] past = new PastForecast[prefixes.length];
        int made = 0;
        for (int size : prefixes) {
            if (size < points.size() && equations.enough(size)) {
                PastForecast then = forecast(equations, size, equations.solve(size));
                if (then.finite()) {
                    past[made++] = then;
                }
            }
        }
        double[] parameters = equations.solve(points.size());
        double squares = equations.squares(parameters, 0);
        PastForecast last = forecast(equations, points.size(), parameters);
        if (!last.finite()) {
            outcome.failed(function, series, Outcome.noValueAt(points.horizon()));
            return;
        }
        past[made++] = last;
        double magnitude = points.scaling().magnitude();
        Parameter scale = function.parameters().get(0);
        outcome.fitted(new SweptFit(
                function,
                series,
                last.prediction(),
                squares * magnitude * magnitude,
                () -> {
                    double[] values = parameters.clone();
                    values[0] = Math.min(scale.upper(), Math.max(scale.lower(), values[0] + Math.log(magnitude)));
                    return values;
                },
                List.of(Arrays.copyOf(past, made))));
    }

    private PastForecast forecast(LogLinearEquations equations, int size, double[] parameters) {
        int n = points.size();
        double magnitude = points.scaling().magnitude();
        double error = size < n ? Math.sqrt(equations.squares(parameters, size) / points.weight(size, n)) : 0;
        return new PastForecast(
                points.epochs().at(size - 1),
                equations.value(parameters, n) * magnitude,
                equations.value(parameters, size - 1) * magnitude,
                equations.value(parameters, n - 1) * magnitude,
                error * magnitude);
    }
}
