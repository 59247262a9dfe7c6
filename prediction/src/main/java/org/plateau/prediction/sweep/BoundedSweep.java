package org.plateau.prediction.sweep;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.plateau.prediction.fit.BoundedFit;
import org.plateau.prediction.function.ParametricFunction;

/**
 * Fits a function of which nothing is known but values and derivatives: a bounded search for all points, and from its end
 * a shorter one for every prefix. Far slower than the closed forms.
 */
final class BoundedSweep {
    private static final int EVALUATIONS = 200;
    private static final int EVALUATIONS_OF_PAST = 50;

    private final SweptPoints points;
    private final double[] x;
    private final double[] weights;

    BoundedSweep(SweptPoints points) {
        this.points = points;
        x = new double[points.size()];
        for (int i = 0; i < x.length; i++) {
            x[i] = points.epochs().at(i);
        }
        weights = points.weights();
    }

    void fit(ParametricFunction function, int first, Outcome outcome) {
        for (Series series : Series.values()) {
            double[] y = Arrays.stream(points.of(series).values())
                    .map(points.scaling()::unscaled)
                    .toArray();
            Optional<double[]> start =
                    function.start(Arrays.copyOfRange(x, first, x.length), Arrays.copyOfRange(y, first, y.length));
            Optional<BoundedFit> fit = start.flatMap(from -> search(function, y, first, x.length, from, EVALUATIONS));
            if (fit.isEmpty()) {
                outcome.failed(function, series, Outcome.NO_VALUES);
                continue;
            }
            double[] parameters = fit.get().parameters();
            List<PastForecast> past = new ArrayList<>();
            for (int size : points.prefixes()) {
                if (size - first >= function.parameters().size() && size < x.length) {
                    search(function, y, first, size, parameters, EVALUATIONS_OF_PAST)
                            .map(BoundedFit::parameters)
                            .map(then -> forecast(function, y, size, then))
                            .filter(PastForecast::finite)
                            .ifPresent(past::add);
                }
            }
            PastForecast last = forecast(function, y, x.length, parameters);
            if (!last.finite()) {
                outcome.failed(function, series, Outcome.noValueAt(points.horizon()));
                continue;
            }
            past.add(last);
            outcome.fitted(new SweptFit(
                    function, series, last.prediction(), fit.get().squares(), parameters::clone, List.copyOf(past)));
        }
    }

    private Optional<BoundedFit> search(
            ParametricFunction function, double[] y, int from, int to, double[] start, int evaluations) {
        return BoundedFit.from(
                function,
                Arrays.copyOfRange(x, from, to),
                Arrays.copyOfRange(y, from, to),
                Arrays.copyOfRange(weights, from, to),
                start,
                evaluations);
    }

    private PastForecast forecast(ParametricFunction function, double[] y, int size, double[] parameters) {
        double squares = 0;
        for (int i = size; i < x.length; i++) {
            double residual = function.value(parameters, x[i]) - y[i];
            squares += weights[i] * residual * residual;
        }
        return new PastForecast(
                x[size - 1],
                function.value(parameters, points.horizon()),
                function.value(parameters, x[size - 1]),
                function.value(parameters, x[x.length - 1]),
                size < x.length ? Math.sqrt(squares / points.weight(size, x.length)) : 0);
    }
}
