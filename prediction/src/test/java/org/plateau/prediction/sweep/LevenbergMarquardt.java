package org.plateau.prediction.sweep;

import java.util.Optional;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.optim.nonlinear.vector.leastsquares.LeastSquaresBuilder;
import org.hipparchus.optim.nonlinear.vector.leastsquares.LeastSquaresOptimizer;
import org.hipparchus.optim.nonlinear.vector.leastsquares.LevenbergMarquardtOptimizer;
import org.hipparchus.util.Pair;
import org.plateau.prediction.function.Parameter;
import org.plateau.prediction.function.ParametricFunction;

/**
 * The oracle: where Hipparchus' Levenberg–Marquardt ends, without bounds.
 *
 * @param squares at its end
 * @param prediction at the horizon
 */
record LevenbergMarquardt(double squares, double prediction) {
    /** Empty where it fails or ends outside the function's bounds. */
    static Optional<LevenbergMarquardt> from(
            ParametricFunction function, double[] start, double[] x, double[] y, double horizon) {
        try {
            LeastSquaresOptimizer.Optimum optimum = new LevenbergMarquardtOptimizer()
                    .optimize(new LeastSquaresBuilder()
                            .start(start)
                            .target(y)
                            .maxEvaluations(1000)
                            .maxIterations(1000)
                            .model(point -> {
                                double[] parameters = point.toArray();
                                double[] values = new double[x.length];
                                RealMatrix jacobian = MatrixUtils.createRealMatrix(x.length, parameters.length);
                                double[] gradient = new double[parameters.length];
                                for (int i = 0; i < x.length; i++) {
                                    values[i] = function.value(parameters, x[i]);
                                    function.gradient(parameters, x[i], gradient);
                                    jacobian.setRow(i, gradient);
                                }
                                return new Pair<>(new ArrayRealVector(values), jacobian);
                            })
                            .build());
            double[] end = optimum.getPoint().toArray();
            for (int i = 0; i < end.length; i++) {
                Parameter bounds = function.parameters().get(i);
                if (!(end[i] >= bounds.lower() && end[i] <= bounds.upper())) {
                    return Optional.empty();
                }
            }
            return Optional.of(
                    new LevenbergMarquardt(optimum.getCost() * optimum.getCost(), function.value(end, horizon)));
        } catch (RuntimeException itFailed) {
            return Optional.empty();
        }
    }
}
