package org.plateau.prediction.function;

import java.util.List;
import java.util.Set;
import org.plateau.prediction.shape.CurveShape;

/** a e^(b x): growth or decay by the same share every epoch. */
final class Exponential extends SeparableFunction {
    Exponential() {
        super(new IndexEntry(
                "exponential",
                List.of("exp2"),
                "a e^(b x)",
                List.of(
                        Parameter.free("a", "value at epoch 0"),
                        new Parameter("b", "rate", Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, 0.01)),
                Set.of(CurveShape.LEARNING, CurveShape.DIVERGED),
                List.of(Source.penguin("index of functions"), Source.lcdb("exp2: a e^(-b x)")),
                0));
    }

    @Override
    public double[][] axes(double horizon) {
        return new double[][] {scaled(horizon, -30, -10, -4, -1.5, -0.6, -0.2, 0, 0.2, 0.6, 1.5, 4)};
    }

    @Override
    public double g(double[] shape, double x) {
        return Math.exp(shape[0] * x);
    }

    @Override
    public void g(Shapes shapes, Epochs x, double[] into) {
        int at = 0;
        for (int s = 0; s < shapes.size(); s++) {
            double rate = shapes.number(s, 0);
            for (int i = 0; i < x.size(); i++) {
                into[at++] = rate * x.at(i);
            }
        }
        Exponentials.decay(into, at);
    }

    @Override
    public boolean intercept() {
        return false;
    }

    @Override
    public double[] assemble(double[] shape, double alpha, double beta) {
        return new double[] {beta, shape[0]};
    }

    @Override
    public double value(double[] p, double x) {
        return p[0] * Math.exp(p[1] * x);
    }

    @Override
    public void gradient(double[] p, double x, double[] into) {
        double power = Math.exp(p[1] * x);
        into[0] = power;
        into[1] = p[0] * x * power;
    }
}
