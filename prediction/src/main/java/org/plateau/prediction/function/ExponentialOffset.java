package org.plateau.prediction.function;

import java.util.List;
import java.util.Set;
import org.plateau.prediction.shape.CurveShape;

/** a e^(b x) + c: an exponential way to a plateau, up or down. */
final class ExponentialOffset extends SeparableFunction {
    ExponentialOffset() {
        super(new IndexEntry(
                "exponential-offset",
                List.of("exp3", "expd3", "monomolecular"),
                "a e^(b x) + c",
                List.of(
                        Parameter.free("a", "distance to the plateau at epoch 0, negative for a rise"),
                        new Parameter("b", "rate", Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, -0.1),
                        Parameter.free("c", "plateau where b is negative")),
                Set.of(CurveShape.LEARNING, CurveShape.DIVERGED),
                List.of(
                        Source.penguin("index of functions, a e^(b x) + c and c - (c - a) e^(-b x)"),
                        Source.lcdb("exp3: a e^(-b x) + c; expd3: c - (c - a) e^(-b x)")),
                0));
    }

    @Override
    public double[][] axes(double horizon) {
        return new double[][] {
            scaled(horizon, -300, -180, -110, -65, -40, -25, -15, -9, -6, -4, -2.5, -1.5, -0.8, -0.3, 0.3, 1, 2, 4)
        };
    }

    @Override
    public double g(double[] shape, double x) {
        return Math.exp(shape[0] * x);
    }

    @Override
    public double[] assemble(double[] shape, double alpha, double beta) {
        return new double[] {beta, shape[0], alpha};
    }

    @Override
    public double value(double[] p, double x) {
        return p[0] * Math.exp(p[1] * x) + p[2];
    }

    @Override
    public void gradient(double[] p, double x, double[] into) {
        double power = Math.exp(p[1] * x);
        into[0] = power;
        into[1] = p[0] * x * power;
        into[2] = 1;
    }
}
