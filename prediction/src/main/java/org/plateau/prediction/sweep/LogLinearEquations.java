package org.plateau.prediction.sweep;

import org.plateau.prediction.function.LogLinearFunction;
import org.plateau.prediction.function.Parameter;

/** Linear equations for the logarithms of a series, in the magnitude of its values, with their sums over every prefix. */
final class LogLinearEquations {
    private final LogLinearFunction function;
    private final double[][] terms;
    private final int first;
    private final int n;
    private final int unknowns;
    private final double[] weights;
    private final double[] values;
    private final int[] positive;
    /** After k points: the lower triangle of Σ w·y²·t·tᵀ row by row, each row followed by its Σ w·y²·t·ln y. */
    private final double[][] sums;

    LogLinearEquations(LogLinearFunction function, SweptPoints points, Series series, double[][] terms, int first) {
        this.function = function;
        this.terms = terms;
        this.first = first;
        n = points.size();
        unknowns = function.parameters().size();
        weights = points.weights();
        Scaling scaling = points.scaling();
        double[] scaled = points.of(series).values();
        values = new double[n];
        positive = new int[n + 1];
        sums = new double[n + 1][unknowns * (unknowns + 3) / 2];
        for (int i = 0; i < n; i++) {
            values[i] = scaled[i] * scaling.scale() + scaling.centre();
            System.arraycopy(sums[i], 0, sums[i + 1], 0, sums[i].length);
            boolean counts = i >= first && values[i] > 0;
            positive[i + 1] = positive[i] + (counts ? 1 : 0);
            if (counts) {
                add(sums[i + 1], weights[i] * values[i] * values[i], terms[i], Math.log(values[i]));
            }
        }
    }

    private void add(double[] sum, double weight, double[] row, double target) {
        int at = 0;
        for (int k = 0; k < unknowns; k++) {
            for (int l = 0; l <= k; l++) {
                sum[at++] += weight * row[k] * row[l];
            }
            sum[at++] += weight * row[k] * target;
        }
    }

    int unknowns() {
        return unknowns;
    }

    /** Whether there are as many equations as unknowns among the first points. */
    boolean enough(int size) {
        return positive[size] >= unknowns;
    }

    /** The parameters for the first points. */
    double[] solve(int size) {
        double[] sum = sums[size];
        double[][] matrix = new double[unknowns][unknowns];
        double[] solution = new double[unknowns];
        int at = 0;
        for (int k = 0; k < unknowns; k++) {
            for (int l = 0; l <= k; l++) {
                matrix[k][l] = sum[at++];
            }
            solution[k] = sum[at++];
        }
        double weight = matrix[0][0];
        double total = solution[0];
        double[] means = new double[unknowns];
        for (int k = 0; k < unknowns; k++) {
            means[k] = matrix[k][0] / weight;
        }
        SmallCholesky.solve(matrix, solution, unknowns);
        double scale = total / weight;
        for (int k = 1; k < unknowns; k++) {
            Parameter bounds = function.parameters().get(k);
            solution[k] = Math.min(bounds.upper(), Math.max(bounds.lower(), solution[k]));
            scale -= solution[k] * means[k];
        }
        solution[0] = scale;
        return solution;
    }

    /** The function at a point, or at the horizon behind the last. */
    double value(double[] parameters, int point) {
        double logarithm = 0;
        for (int k = 0; k < unknowns; k++) {
            logarithm += parameters[k] * terms[point][k];
        }
        return Math.exp(logarithm);
    }

    /** Weighted squares on the points from an index on, those not over 0 among them. */
    double squares(double[] parameters, int from) {
        double squares = 0;
        for (int i = Math.max(first, from); i < n; i++) {
            double residual = value(parameters, i) - values[i];
            squares += weights[i] * residual * residual;
        }
        return squares;
    }
}
