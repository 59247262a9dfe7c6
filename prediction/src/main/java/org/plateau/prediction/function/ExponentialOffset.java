package org.plateau.prediction.function;

import java.util.List;
import java.util.Set;
import org.plateau.prediction.shape.CurveShape;

/** a e^(b x) + c: an exponential way to a plateau, up or down. */
final class ExponentialOffset extends SeparableFunction {
    private static final double[] GROWTHS = {0.4, 1.2, 3};

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
        double[] falls = rates(horizon);
        double[] rates = new double[falls.length + GROWTHS.length];
        for (int i = 0; i < falls.length; i++) {
            rates[i] = -falls[falls.length - 1 - i];
        }
        for (int i = 0; i < GROWTHS.length; i++) {
            rates[falls.length + i] = GROWTHS[i] / horizon;
        }
        return new double[][] {rates};
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
