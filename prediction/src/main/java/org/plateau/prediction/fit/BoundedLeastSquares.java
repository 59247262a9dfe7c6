package org.plateau.prediction.fit;

/**
 * Least squares under bounds by an interior trust-region method with reflection (Branch, Coleman and Li, SIAM Journal on
 * Scientific Computing 21(1), 1999, doi 10.1137/S1064827595289108).
 *
 * <p>Every iterate stays strictly inside the bounds. Parameters are scaled by their distance to the bound that the
 * gradient points at; {@link ScaledModel} has the steps. The search ends when the cost, the parameters or the scaled
 * gradient change by less than {@link #TOLERANCE}.
 */
final class BoundedLeastSquares {
    static final double TOLERANCE = 1e-8;
    private static final double MARGIN = 1e-10;

    private final LeastSquaresProblem problem;
    private final double[] lower;
    private final double[] upper;
    private final double[] x;
    private final double[] residuals;
    private final double[][] jacobian;
    private double cost;

    private BoundedLeastSquares(LeastSquaresProblem problem, double[] lower, double[] upper, double[] start) {
        this.problem = problem;
        this.lower = lower;
        this.upper = upper;
        x = start.clone();
        residuals = new double[problem.residuals()];
        jacobian = new double[problem.residuals()][start.length];
    }

    /**
     * Where a search ended.
     *
     * @param squares sum of the squared residuals, not finite where the model has no value at the start
     * @param converged whether a tolerance was met before the evaluations were used up
     */
    record Ending(double squares, boolean converged) {}

    /**
     * Searches downhill from a start, which is moved inside the bounds where it is not.
     *
     * @param parameters the start; the best parameters afterwards
     * @param evaluations of the residuals at most
     */
    static Ending minimize(
            LeastSquaresProblem problem, double[] lower, double[] upper, double[] parameters, int evaluations) {
        BoundedLeastSquares search = new BoundedLeastSquares(problem, lower, upper, parameters);
        boolean converged = search.run(evaluations);
        System.arraycopy(search.x, 0, parameters, 0, parameters.length);
        return new Ending(2 * search.cost, converged);
    }

    private boolean run(int evaluations) {
        for (int i = 0; i < x.length; i++) {
            if (x[i] <= lower[i]) {
                x[i] = lower[i] + MARGIN * Math.max(1, Math.abs(lower[i]));
            } else if (x[i] >= upper[i]) {
                x[i] = upper[i] - MARGIN * Math.max(1, Math.abs(upper[i]));
            }
        }
        cost = cost(x, residuals);
        if (!Double.isFinite(cost)) {
            return false;
        }
        ScaledModel model = new ScaledModel(lower, upper, residuals.length);
        double[] candidate = new double[x.length];
        double[] candidateResiduals = new double[residuals.length];
        double radius = 0;
        int used = 1;
        while (true) {
            problem.differentiate(x, jacobian);
            double steepness = model.update(x, residuals, jacobian);
            if (!Double.isFinite(steepness)) {
                return false;
            }
            if (steepness < TOLERANCE) {
                return true;
            }
            if (used == 1) {
                radius = model.scaledSizeOf(x);
            }
            double reduction = -1;
            while (reduction <= 0) {
                if (used >= evaluations) {
                    return false;
                }
                double predicted = model.step(x, radius, Math.max(0.995, 1 - steepness));
                for (int i = 0; i < x.length; i++) {
                    candidate[i] = inside(x[i] + model.step(i), i);
                }
                double candidateCost = cost(candidate, candidateResiduals);
                used++;
                double length = model.scaledStepSize();
                if (!Double.isFinite(candidateCost)) {
                    radius = model.shrink(radius, 0.25 * length);
                    continue;
                }
                reduction = cost - candidateCost;
                double ratio = predicted > 0 ? reduction / predicted : predicted == 0 && reduction == 0 ? 1 : 0;
                boolean flat = reduction < TOLERANCE * cost && ratio > 0.25;
                boolean still = model.stepSize() < TOLERANCE * (TOLERANCE + norm(x));
                if (reduction > 0) {
                    System.arraycopy(candidate, 0, x, 0, x.length);
                    System.arraycopy(candidateResiduals, 0, residuals, 0, residuals.length);
                    cost = candidateCost;
                }
                if (flat || still) {
                    return true;
                }
                if (ratio < 0.25) {
                    radius = model.shrink(radius, 0.25 * length);
                } else if (ratio > 0.75 && length > 0.95 * radius) {
                    radius = model.shrink(radius, 2 * radius);
                }
            }
        }
    }

    private double inside(double value, int i) {
        if (value <= lower[i]) {
            return Math.nextUp(lower[i]);
        }
        return value >= upper[i] ? Math.nextDown(upper[i]) : value;
    }

    private double cost(double[] parameters, double[] into) {
        problem.evaluate(parameters, into);
        double sum = 0;
        for (double residual : into) {
            sum += residual * residual;
        }
        return sum / 2;
    }

    private static double norm(double[] vector) {
        double sum = 0;
        for (double entry : vector) {
            sum += entry * entry;
        }
        return Math.sqrt(sum);
    }
}
