package org.plateau.prediction.function;

import java.util.List;
import java.util.Optional;

/**
 * A function that is linear in one or two of its parameters once the others, its shape, are given. A fit starts from
 * the best of a grid of shapes, each with its linear parameters in closed form (variable projection: Golub and Pereyra
 * 1973).
 */
abstract class SeparableFunction implements ParametricFunction {
    private final String name;
    private final String formula;
    private final String source;
    private final double smallestX;
    private final List<Parameter> parameters;

    SeparableFunction(String name, String formula, String source, double smallestX, Parameter... parameters) {
        this.name = name;
        this.formula = formula;
        this.source = source;
        this.smallestX = smallestX;
        this.parameters = List.of(parameters);
    }

    /** The shapes to start from; one empty shape where the function is linear in all parameters. */
    abstract double[][] shapes();

    /**
     * The function of a shape at x, as {@code into[0] + α·into[1] + β·into[2]} with linear parameters α and β;
     * {@code into[2]} is 0 where there is only one.
     */
    abstract void basis(double[] shape, double x, double[] into);

    /** All parameters from a shape and the linear ones. */
    abstract double[] assemble(double[] shape, double alpha, double beta);

    @Override
    public final String name() {
        return name;
    }

    @Override
    public final String formula() {
        return formula;
    }

    @Override
    public final List<Parameter> parameters() {
        return parameters;
    }

    @Override
    public final String source() {
        return source;
    }

    @Override
    public final double smallestX() {
        return smallestX;
    }

    @Override
    public final Optional<double[]> start(double[] x, double[] y) {
        double[] best = parameters.stream().mapToDouble(Parameter::start).toArray();
        double bestSquares = squares(best, x, y);
        for (double[] shape : shapes()) {
            double[] candidate = project(shape, x, y);
            for (int i = 0; i < candidate.length; i++) {
                Parameter bounds = parameters.get(i);
                candidate[i] = Math.min(bounds.upper(), Math.max(bounds.lower(), candidate[i]));
            }
            double candidateSquares = squares(candidate, x, y);
            if (candidateSquares < bestSquares || Double.isNaN(bestSquares)) {
                best = candidate;
                bestSquares = candidateSquares;
            }
        }
        return Double.isFinite(bestSquares) ? Optional.of(best) : Optional.empty();
    }

    private double squares(double[] values, double[] x, double[] y) {
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            double residual = value(values, x[i]) - y[i];
            sum += residual * residual;
        }
        return sum;
    }

    /** Least squares in the linear parameters alone. */
    private double[] project(double[] shape, double[] x, double[] y) {
        double aa = 0;
        double ab = 0;
        double bb = 0;
        double ay = 0;
        double by = 0;
        double[] terms = new double[3];
        for (int i = 0; i < x.length; i++) {
            basis(shape, x[i], terms);
            double rest = y[i] - terms[0];
            aa += terms[1] * terms[1];
            ab += terms[1] * terms[2];
            bb += terms[2] * terms[2];
            ay += terms[1] * rest;
            by += terms[2] * rest;
        }
        double determinant = aa * bb - ab * ab;
        if (bb == 0 || determinant <= 1e-14 * aa * bb) {
            return assemble(shape, aa > 0 ? ay / aa : 0, 0);
        }
        return assemble(shape, (ay * bb - by * ab) / determinant, (by * aa - ay * ab) / determinant);
    }

    /** All combinations of two lists of shape values. */
    static double[][] grid(double[] first, double[] second) {
        double[][] shapes = new double[first.length * second.length][];
        for (int i = 0; i < first.length; i++) {
            for (int j = 0; j < second.length; j++) {
                shapes[i * second.length + j] = new double[] {first[i], second[j]};
            }
        }
        return shapes;
    }

    /** One-dimensional shapes. */
    static double[][] grid(double... values) {
        double[][] shapes = new double[values.length][];
        for (int i = 0; i < values.length; i++) {
            shapes[i] = new double[] {values[i]};
        }
        return shapes;
    }
}
