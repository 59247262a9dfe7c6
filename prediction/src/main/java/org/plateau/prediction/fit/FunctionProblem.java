package org.plateau.prediction.fit;

import java.util.Arrays;
import org.plateau.prediction.function.ParametricFunction;

/** Residuals of a function of the index at the points of a curve, each times the root of its weight. */
final class FunctionProblem implements LeastSquaresProblem {
    private final ParametricFunction function;
    private final double[] x;
    private final double[] y;
    private final double[] roots;

    FunctionProblem(ParametricFunction function, double[] x, double[] y) {
        this.function = function;
        this.x = x;
        this.y = y;
        roots = new double[x.length];
        Arrays.fill(roots, 1);
    }

    FunctionProblem(ParametricFunction function, double[] x, double[] y, double[] weights) {
        this.function = function;
        this.x = x;
        this.y = y;
        roots = Arrays.stream(weights).map(Math::sqrt).toArray();
    }

    @Override
    public int residuals() {
        return x.length;
    }

    @Override
    public void evaluate(double[] parameters, double[] residuals) {
        for (int i = 0; i < x.length; i++) {
            residuals[i] = roots[i] * (function.value(parameters, x[i]) - y[i]);
        }
    }

    @Override
    public void differentiate(double[] parameters, double[][] jacobian) {
        for (int i = 0; i < x.length; i++) {
            function.gradient(parameters, x[i], jacobian[i]);
            for (int k = 0; k < parameters.length; k++) {
                jacobian[i][k] *= roots[i];
            }
        }
    }
}
