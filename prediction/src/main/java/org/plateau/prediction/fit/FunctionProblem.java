package org.plateau.prediction.fit;

import org.plateau.prediction.function.ParametricFunction;

/** Residuals of a function of the index at the points of a curve. */
final class FunctionProblem implements LeastSquaresProblem {
    private final ParametricFunction function;
    private final double[] x;
    private final double[] y;

    FunctionProblem(ParametricFunction function, double[] x, double[] y) {
        this.function = function;
        this.x = x;
        this.y = y;
    }

    @Override
    public int residuals() {
        return x.length;
    }

    @Override
    public void evaluate(double[] parameters, double[] residuals) {
        for (int i = 0; i < x.length; i++) {
            residuals[i] = function.value(parameters, x[i]) - y[i];
        }
    }

    @Override
    public void differentiate(double[] parameters, double[][] jacobian) {
        for (int i = 0; i < x.length; i++) {
            function.gradient(parameters, x[i], jacobian[i]);
        }
    }
}
