package org.plateau.prediction.engine;

import java.util.Map;
import org.plateau.core.fitness.Direction;
import org.plateau.core.fitness.FitnessMeasure;
import org.plateau.core.trail.FittedFunction;
import org.plateau.prediction.Observation;
import org.plateau.prediction.fit.ExponentialFit;
import org.plateau.prediction.fit.PublishedFit;

/**
 * Brings epochs and values to the axes of a dialect, and fits back to epochs and the measure's unit.
 *
 * @param dialect whose axes they are
 * @param firstEpoch of the points that are fitted
 * @param horizon on the function's x axis
 * @param offset of y, and
 * @param unit of y in the measure's unit, negative where y is turned over: value = offset + unit·y
 * @param exact the bounded fit in these axes
 * @param published whether the values are percent, so that the published start and bounds apply
 */
record Axes(
        Dialect dialect,
        double firstEpoch,
        double horizon,
        double offset,
        double unit,
        ExponentialFit exact,
        boolean published) {
    private static final double LOWEST = 0.5;
    private static final double HIGHEST = 200;
    /** Small against any measure, large enough for a logarithm. */
    private static final double SMALLEST = 1e-12;

    static Axes of(Dialect dialect, Observation observation, double firstEpoch) {
        FitnessMeasure measure = observation.fitness();
        double range = measure.upper() - measure.lower();
        boolean up = measure.direction() == Direction.MAXIMIZE;
        double startRate = Math.log(dialect.startBase());
        double horizon = dialect.axis().horizon(observation.horizon(), firstEpoch);
        if (Double.isFinite(range)) {
            ExponentialFit percent = new ExponentialFit(LOWEST, HIGHEST, 1, startRate);
            double offset = up ? measure.lower() : measure.upper();
            return new Axes(dialect, firstEpoch, horizon, offset, (up ? 1 : -1) * range / 100, percent, true);
        }
        double highest = up ? measure.upper() : -measure.lower();
        ExponentialFit free = new ExponentialFit(Double.NEGATIVE_INFINITY, highest, SMALLEST, startRate);
        return new Axes(dialect, firstEpoch, horizon, 0, up ? 1 : -1, free, false);
    }

    ExponentialFit.Solution solve(double[] x, double[] y) {
        if (!published) {
            return exact.fit(x, y);
        }
        return new PublishedFit(exact, dialect.startPlateau(), dialect.startBase(), dialect.startShift()).fit(x, y);
    }

    double x(double epoch) {
        return dialect.axis().x(epoch, firstEpoch);
    }

    double y(double value) {
        return (value - offset) / unit;
    }

    double value(double y) {
        return offset + unit * y;
    }

    /** What the published bounds of a are about. */
    double percent(double plateau) {
        return y(plateau);
    }

    String function() {
        return unit > 0 ? "exponential-rise" : "exponential-fall";
    }

    FittedFunction missing() {
        return new FittedFunction(function(), Map.of(), 0, Double.NaN);
    }

    /** a, b and c of a ∓ b^(c−epoch) in the measure's unit. */
    void coefficients(ExponentialFit.Solution solution, Map<String, Double> coefficients) {
        double size = Math.abs(unit);
        if (solution.rate() == 0) {
            // A constant: b = 1, so that b^(c−x) is 1 for every c.
            coefficients.put("a", value(solution.at(0)) + Math.signum(unit));
            coefficients.put("b", 1.0);
            coefficients.put("c", 0.0);
            return;
        }
        boolean scaled = dialect.axis() == Dialect.Axis.FIRST_IS_ONE;
        double rate = scaled ? solution.rate() / firstEpoch : solution.rate();
        double shift = scaled ? 0 : firstEpoch;
        coefficients.put("a", value(solution.plateau()));
        coefficients.put("b", Math.exp(rate));
        coefficients.put("c", Math.log(solution.amplitude() * size) / rate + shift);
    }
}
