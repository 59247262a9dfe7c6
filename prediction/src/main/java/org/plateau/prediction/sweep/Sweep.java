package org.plateau.prediction.sweep;

import java.util.List;
import org.plateau.core.fitness.Direction;
import org.plateau.core.fitness.LearningCurve;
import org.plateau.prediction.function.FunctionIndex;
import org.plateau.prediction.function.LogLinearFunction;
import org.plateau.prediction.function.ParametricFunction;
import org.plateau.prediction.function.SeparableFunction;

/**
 * Fits all functions of an index to a curve and to its best-so-far at once, and says what each would have said at earlier
 * epochs.
 *
 * <p>A separable function is α + β·g(x; shape). For every shape of a grid, g is computed once at the points and the
 * horizon; the sums Σw·g, Σw·g² and Σw·g·y over the first k points give the best α and β for every k and for both series
 * in closed form, and with them the squares by which the shapes are compared (variable projection: Golub and Pereyra
 * 1973). Where a fit is smooth, its shape is then moved between the shapes of the grid. Functions whose logarithm is
 * linear have a closed form of their own; others, such as those that a user adds, are searched one by one, which takes
 * far longer.
 *
 * <p>Points that are no numbers are left out, spikes are mended, long curves are averaged in the middle, and later points
 * weigh more; past forecasts know of a spike among their last two points. Immutable; keeps nothing from curve to curve,
 * and may be used by several threads at once.
 */
public final class Sweep {
    private final List<ParametricFunction> functions;
    private final SweepSettings settings;

    private Sweep(List<ParametricFunction> functions, SweepSettings settings) {
        this.functions = List.copyOf(functions);
        this.settings = settings;
    }

    /** A sweep of some functions. */
    public static Sweep of(List<ParametricFunction> functions, SweepSettings settings) {
        return new Sweep(functions, settings);
    }

    /** A sweep of all functions of an index. */
    public static Sweep of(FunctionIndex index, SweepSettings settings) {
        return new Sweep(index.all(), settings);
    }

    /**
     * All functions fitted to a curve, each with its forecast or the reason why there is none.
     *
     * @param curve any values: those that are no numbers are left out
     * @param direction of the measure, for the best so far
     * @param horizon epoch to predict
     * @throws IllegalArgumentException if the horizon is not a finite number over 0
     */
    public SweptFits fit(LearningCurve curve, Direction direction, double horizon) {
        if (!(horizon > 0) || Double.isInfinite(horizon)) {
            throw new IllegalArgumentException("A horizon must be a finite number > 0, but was " + horizon);
        }
        SweptPoints points = new SweptPoints(curve, direction, horizon, settings);
        SeparableSweep separable = new SeparableSweep(points, settings);
        LogLinearSweep logLinear = new LogLinearSweep(points);
        Outcome outcome = new Outcome();
        for (ParametricFunction function : functions) {
            int first = points.first(function.smallestX());
            int needed = function.parameters().size();
            if (points.size() - first < needed) {
                outcome.failed(
                        function,
                        "%d parameters need as many points from epoch %s on, but there are %d"
                                .formatted(needed, function.smallestX(), points.size() - first));
            } else if (function instanceof SeparableFunction one) {
                separable.fit(one, first, outcome);
            } else if (function instanceof LogLinearFunction one) {
                logLinear.fit(one, first, outcome);
            } else {
                new BoundedSweep(points).fit(function, first, outcome);
            }
        }
        return outcome.of(points);
    }
}
