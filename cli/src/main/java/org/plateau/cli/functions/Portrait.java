package org.plateau.cli.functions;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.DoubleStream;
import org.plateau.core.fitness.LearningCurve;
import org.plateau.prediction.fit.CurveFitter;
import org.plateau.prediction.fit.Fit;
import org.plateau.prediction.function.ParametricFunction;
import org.plateau.prediction.shape.CurveShape;

/**
 * A function with typical parameters: those that fit a typical curve of each kind that it covers.
 *
 * @param horizon last epoch
 * @param lines in the order of the kinds; a kind that cannot be fitted is left out
 */
public record Portrait(double horizon, List<Line> lines) {
    private static final int POINTS = 240;

    /** Share of a curve's range that a fit may miss on average before it is tried whether the function falls instead. */
    private static final double POOR = 0.1;

    /**
     * The function with one set of parameters.
     *
     * @param shape the kind of curve that was fitted
     * @param coefficients by parameter name
     * @param points of the function up to the horizon
     */
    public record Line(CurveShape shape, Map<String, Double> coefficients, LearningCurve points) {}

    /** Fits the function to the kinds that it covers; noise apart, noisy curves look like learning ones. */
    public static Portrait of(ParametricFunction function, double horizon) {
        Set<CurveShape> covers = function.entry().covers();
        List<CurveShape> shapes = covers.stream()
                .filter(shape -> shape != CurveShape.NOISY || covers.size() == 1)
                .toList();
        List<Line> lines = new ArrayList<>();
        for (CurveShape shape : shapes.isEmpty() ? List.of(CurveShape.LEARNING) : shapes) {
            line(function, shape, horizon).ifPresent(lines::add);
        }
        return new Portrait(horizon, lines);
    }

    private static Optional<Line> line(ParametricFunction function, CurveShape shape, double horizon) {
        LearningCurve rising = TypicalCurve.of(shape).upTo(horizon);
        Fit fit = CurveFitter.fit(function, rising, horizon);
        double range = DoubleStream.of(rising.values()).max().orElse(0)
                - DoubleStream.of(rising.values()).min().orElse(0);
        if (squares(fit) > rising.size() * POOR * POOR * range * range) {
            Fit falling =
                    CurveFitter.fit(function, TypicalCurve.of(shape).falling().upTo(horizon), horizon);
            fit = squares(falling) < squares(fit) ? falling : fit;
        }
        return fit instanceof Fit.Fitted fitted
                ? Optional.of(new Line(shape, fitted.coefficients(), points(function, fitted, horizon)))
                : Optional.empty();
    }

    private static double squares(Fit fit) {
        return fit instanceof Fit.Fitted fitted ? fitted.squares() : Double.POSITIVE_INFINITY;
    }

    private static LearningCurve points(ParametricFunction function, Fit.Fitted fitted, double horizon) {
        double[] parameters = fitted.coefficients().values().stream()
                .mapToDouble(Double::doubleValue)
                .toArray();
        // Where epoch 0 is left out, values near it are as large as one likes, and say nothing.
        double first = function.smallestX() > 0 ? Math.max(function.smallestX(), horizon / TypicalCurve.POINTS) : 0;
        LearningCurve points = LearningCurve.empty();
        for (int i = 0; i <= POINTS; i++) {
            double epoch = horizon * i / POINTS;
            if (epoch >= first) {
                points = points.plus(epoch, function.value(parameters, epoch));
            }
        }
        return points;
    }
}
