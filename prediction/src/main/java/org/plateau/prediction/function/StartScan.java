package org.plateau.prediction.function;

import java.util.List;
import java.util.Optional;
import org.plateau.prediction.function.LinearParameters.Curve;

/**
 * Finds a start for fitting a function of which only values are known. Parameters that it is linear in are solved for by
 * least squares; the others go through a Halton sequence within their bounds (Halton, Numerische Mathematik 2, 1960), a
 * bounded number of places that depends on how many they are. Always the same start for the same points.
 */
final class StartScan {
    private static final int[] PRIMES = {2, 3, 5, 7, 11, 13};
    private static final int[] PLACES = {1, 40, 120, 300};

    /** Points that a place is judged by. */
    private static final int MOST = 20;

    private static final int PROBES = 8;

    private final Curve curve;
    private final List<Parameter> parameters;
    private final int[] linear;
    private final double[][] places;

    private StartScan(Curve curve, List<Parameter> parameters, int[] linear, double[][] places) {
        this.curve = curve;
        this.parameters = parameters;
        this.linear = linear;
        this.places = places;
    }

    static StartScan of(Curve curve, List<Parameter> parameters) {
        int[] linear = LinearParameters.of(curve, places(parameters, PROBES));
        int others = Math.min(PLACES.length - 1, parameters.size() - linear.length);
        return new StartScan(curve, parameters, linear, places(parameters, PLACES[others]));
    }

    /** The parameters' own start and then places of the sequence. */
    private static double[][] places(List<Parameter> parameters, int count) {
        double[][] places = new double[count][parameters.size()];
        for (int i = 0; i < parameters.size(); i++) {
            for (int place = 0; place < count; place++) {
                Parameter parameter = parameters.get(i);
                places[place][i] = place == 0 ? parameter.start() : spread(parameter, halton(place, PRIMES[i]));
            }
        }
        return places;
    }

    private static double halton(int index, int base) {
        double value = 0;
        double share = 1;
        for (int rest = index; rest > 0; rest /= base) {
            share /= base;
            value += share * (rest % base);
        }
        return value;
    }

    /** A value within the bounds for a share in (0, 1): sizes from a thousandth to a hundredfold where one is missing. */
    private static double spread(Parameter parameter, double share) {
        double lower = parameter.lower();
        double upper = parameter.upper();
        double size = Math.max(1, Math.abs(parameter.start()));
        if (Double.isFinite(lower) && Double.isFinite(upper)) {
            return lower > 0 && upper / lower > 100
                    ? lower * Math.pow(upper / lower, share)
                    : lower + share * (upper - lower);
        }
        if (Double.isFinite(lower)) {
            return lower + size * Math.pow(10, 5 * share - 3);
        }
        if (Double.isFinite(upper)) {
            return upper - size * Math.pow(10, 5 * share - 3);
        }
        double sign = share < 0.5 ? -1 : 1;
        return sign * size * Math.pow(10, 5 * Math.abs(2 * share - 1) - 3);
    }

    /** The best place for these points, within the bounds; empty where the function has no finite values at them. */
    Optional<double[]> start(double[] x, double[] y) {
        int[] points = points(x.length);
        double[] best = {};
        double bestSquares = Double.POSITIVE_INFINITY;
        for (double[] place : places) {
            for (double[] candidate : List.of(place.clone(), solved(place, points, x, y))) {
                double squares = squares(candidate, points, x, y);
                if (squares < bestSquares) {
                    best = candidate;
                    bestSquares = squares;
                }
            }
        }
        return best.length > 0 ? Optional.of(best) : Optional.empty();
    }

    private static int[] points(int size) {
        int count = Math.min(size, MOST);
        int[] points = new int[count];
        for (int i = 0; i < count; i++) {
            points[i] = (int) ((long) i * size / count);
        }
        return points;
    }

    /** A place with the best linear parameters, moved within their bounds. */
    private double[] solved(double[] place, int[] points, double[] x, double[] y) {
        double[] solved = place.clone();
        for (int i : linear) {
            solved[i] = 0;
        }
        NormalEquations equations = new NormalEquations(linear.length);
        double[] row = new double[linear.length];
        for (int point : points) {
            double fixed = curve.value(solved, x[point]);
            for (int i = 0; i < linear.length; i++) {
                solved[linear[i]] = 1;
                row[i] = curve.value(solved, x[point]) - fixed;
                solved[linear[i]] = 0;
            }
            equations.add(row, y[point] - fixed);
        }
        double[] solution = equations.solve();
        for (int i = 0; i < linear.length; i++) {
            Parameter bounds = parameters.get(linear[i]);
            solved[linear[i]] = Math.min(bounds.upper(), Math.max(bounds.lower(), solution[i]));
        }
        return solved;
    }

    private double squares(double[] values, int[] points, double[] x, double[] y) {
        double sum = 0;
        for (int point : points) {
            double residual = curve.value(values, x[point]) - y[point];
            sum += residual * residual;
        }
        return sum;
    }
}
