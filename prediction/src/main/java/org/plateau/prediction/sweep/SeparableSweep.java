package org.plateau.prediction.sweep;

import java.util.Arrays;
import java.util.List;
import org.plateau.prediction.function.Epochs;
import org.plateau.prediction.function.SeparableFunction;

/** Fits separable functions to all prefixes of a curve at once; every shape of the grid is computed once. */
final class SeparableSweep {
    private final SweptPoints points;
    private final Epochs tables;
    private final SweepSettings settings;
    private final PrefixSums sums;
    private final ShapeRefinement refinement;

    SeparableSweep(SweptPoints points, SweepSettings settings) {
        this.points = points;
        this.settings = settings;
        tables = points.epochs().tabulated();
        sums = new PrefixSums(points);
        refinement = new ShapeRefinement(points, sums);
    }

    void fit(SeparableFunction function, int first, Outcome outcome) {
        Grid grid = new Grid(function.axes(points.horizon()));
        sums.begin(grid.shapes().size());
        function.g(grid.shapes(), tables, sums.table());
        sums.sum(first, function.intercept());
        // Where there is no other shape to take, the only one is.
        double reach = grid.dimensions() > 0 ? settings.reach() : SweepSettings.FARTHEST;
        Search search = new Search(function, grid, first, new LinearPart(function, points, reach));
        int last = points.prefixes().length - 1;
        for (Series series : Series.values()) {
            PastForecast[] past = new PastForecast[last + 1];
            int made = past(search, series, past);
            search.linear().choose(points, series, first, points.size());
            int best = sums.best(last, series, search.linear());
            if (best < 0) {
                outcome.failed(function, series, Outcome.NO_SHAPE);
                continue;
            }
            sums.solve(last, best, series, search.linear());
            ShapeFit fit = refinement.refine(search, best, series, steps(search, series));
            fitted(function, series, fit, past, made, outcome);
        }
    }

    /** How many refinements the solved fit is worth. */
    private int steps(Search search, Series series) {
        SweptValues values = points.of(series);
        double sum = values.sum(search.first(), points.size());
        double spread = values.sumOfSquares(search.first(), points.size())
                - sum * sum / points.weight(search.first(), points.size());
        return search.linear().squares() <= settings.smooth() * spread ? settings.refinements() : 0;
    }

    /** Fills in what the function said earlier and returns how often it had something to say. */
    private int past(Search search, Series series, PastForecast[] past) {
        LinearPart linear = search.linear();
        int needed = search.first() + search.function().parameters().size();
        int made = 0;
        for (int p = 0; p < past.length - 1; p++) {
            int size = points.prefixes()[p];
            if (size < needed) {
                continue;
            }
            linear.choose(points, series, search.first(), size);
            int shape = sums.best(p, series, linear);
            if (shape < 0) {
                continue;
            }
            sums.solve(p, shape, series, linear);
            double alpha = linear.alpha();
            double beta = linear.beta();
            Scaling scaling = points.scaling();
            double squares = sums.squaresSince(p, shape, series, alpha, beta);
            PastForecast forecast = new PastForecast(
                    points.epochs().at(size - 1),
                    scaling.unscaled(alpha + beta * sums.end(shape)),
                    scaling.unscaled(alpha + beta * sums.at(shape, size - 1)),
                    scaling.unscaled(alpha + beta * sums.last(shape)),
                    scaling.unscaledDifference(Math.sqrt(squares / points.weight(size, points.size()))));
            if (forecast.finite()) {
                past[made++] = forecast;
            }
        }
        return made;
    }

    private void fitted(
            SeparableFunction function, Series series, ShapeFit fit, PastForecast[] past, int made, Outcome outcome) {
        Scaling scaling = points.scaling();
        double prediction = scaling.unscaled(fit.prediction());
        double now = scaling.unscaled(fit.now());
        double alpha = function.intercept() ? scaling.unscaled(fit.alpha()) : 0;
        double beta = scaling.unscaledDifference(fit.beta());
        if (!Double.isFinite(prediction + now + alpha + beta)) {
            outcome.failed(function, series, Outcome.noValueAt(points.horizon()));
            return;
        }
        past[made] = new PastForecast(points.epochs().at(points.size() - 1), prediction, now, now, 0);
        double unit = scaling.unscaledDifference(1);
        outcome.fitted(new SweptFit(
                function,
                series,
                prediction,
                fit.squares() * unit * unit,
                () -> function.assemble(fit.shape().clone(), alpha, beta),
                List.of(Arrays.copyOf(past, made + 1))));
    }
}
