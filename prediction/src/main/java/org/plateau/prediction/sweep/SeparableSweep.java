package org.plateau.prediction.sweep;

import java.util.Arrays;
import java.util.List;
import org.plateau.prediction.function.Epochs;
import org.plateau.prediction.function.SeparableFunction;

/** Fits separable functions to all prefixes of a curve at once; every shape of the grid is computed once. */
final class SeparableSweep {
    private final SweptPoints points;
    private final Epochs tables;
    private final int refinements;
    private final PrefixSums sums;
    private final ShapeRefinement refinement;

    SeparableSweep(SweptPoints points, int refinements) {
        this.points = points;
        tables = points.epochs().tabulated();
        this.refinements = refinements;
        sums = new PrefixSums(points);
        refinement = new ShapeRefinement(points);
    }

    void fit(SeparableFunction function, int first, Outcome outcome) {
        Grid grid = new Grid(function.axes(points.horizon()));
        sums.begin(grid.size());
        int[] place = new int[grid.dimensions()];
        double[] shape = new double[grid.dimensions()];
        for (int s = 0; s < grid.size(); s++) {
            grid.shape(place, shape);
            function.g(shape, tables, sums.row());
            sums.add(s, first, function.intercept());
            grid.next(place);
        }
        LinearPart linear = new LinearPart(function, points);
        for (Series series : Series.values()) {
            fit(function, grid, first, linear, series, outcome);
        }
    }

    private void fit(
            SeparableFunction function, Grid grid, int first, LinearPart linear, Series series, Outcome outcome) {
        int last = points.prefixes().length - 1;
        int made = 0;
        PastForecast[] past = new PastForecast[last + 1];
        for (int p = 0; p < last; p++) {
            int size = points.prefixes()[p];
            if (size - first >= function.parameters().size()) {
                linear.choose(points, series, first, size);
                int s = sums.best(p, series, linear);
                if (s >= 0) {
                    PastForecast forecast = past(p, s, series, linear);
                    if (Double.isFinite(forecast.prediction()) && Double.isFinite(forecast.error())) {
                        past[made++] = forecast;
                    }
                }
            }
        }
        linear.choose(points, series, first, points.size());
        int best = sums.best(last, series, linear);
        if (best < 0) {
            outcome.failed(function, series, "the function has no finite values near these points");
            return;
        }
        sums.solve(last, best, series, linear);
        refinement.refine(function, grid, best, series, first, linear, refinements);
        double alpha = refinement.alpha();
        double beta = refinement.beta();
        double prediction = points.scaling().unscaled(alpha + beta * refinement.end());
        if (!Double.isFinite(prediction)) {
            outcome.failed(function, series, "the fitted function has no finite value at epoch " + points.horizon());
            return;
        }
        double now = points.scaling().unscaled(alpha + beta * refinement.last());
        past[made++] = new PastForecast(points.epochs().at(points.size() - 1), prediction, now, 0);
        double unit = points.scaling().unscaledDifference(1);
        double[] shape = refinement.shape();
        Scaling scaling = points.scaling();
        outcome.fitted(new SweptFit(
                function,
                series,
                prediction,
                refinement.squares() * unit * unit,
                () -> function.assemble(
                        shape.clone(),
                        function.intercept() ? scaling.unscaled(alpha) : 0,
                        scaling.unscaledDifference(beta)),
                List.of(Arrays.copyOf(past, made))));
    }

    private PastForecast past(int p, int shape, Series series, LinearPart linear) {
        sums.solve(p, shape, series, linear);
        double alpha = linear.alpha();
        double beta = linear.beta();
        int size = points.prefixes()[p];
        double error = Math.sqrt(sums.squaresSince(p, shape, series, alpha, beta) / points.weight(size, points.size()));
        return new PastForecast(
                points.epochs().at(size - 1),
                points.scaling().unscaled(alpha + beta * sums.end(shape)),
                points.scaling().unscaled(alpha + beta * sums.last(shape)),
                points.scaling().unscaledDifference(error));
    }
}
