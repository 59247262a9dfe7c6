package org.plateau.prediction.function;

import java.util.List;
import java.util.Set;
import org.plateau.prediction.shape.CurveShape;

/**
 * a + b (1 - e^(-c x) + f (1 - e^(-c max(0, x - d)))): learning that saturates, and from a break on saturates once more at
 * another level, as it does when the learning rate is lowered at epoch d.
 *
 * <p>Before the break nothing tells of it. The grid of shapes therefore has "no second rise" as the first of its equals:
 * points that end before a break never promise one.
 */
final class SteppedExponential extends SeparableFunction {
    SteppedExponential() {
        super(new IndexEntry(
                "stepped-exponential",
                List.of("broken-exponential"),
                "a + b (1 - e^(-c x) + f (1 - e^(-c max(0, x - d))))",
                List.of(
                        Parameter.free("a", "value at epoch 0"),
                        Parameter.free("b", "what is learnt before the break, negative for a loss"),
                        new Parameter("c", "rate", 0, Double.POSITIVE_INFINITY, 1),
                        new Parameter("d", "epoch of the break", 0, Double.POSITIVE_INFINITY, 10),
                        new Parameter("f", "second rise as a share of the first", 0, 10, 0.3)),
                Set.of(CurveShape.LEARNING, CurveShape.STEPPED),
                List.of(new Source(
                        "Caballero et al., Broken Neural Scaling Laws, ICLR",
                        2023,
                        "the idea of equation 1, smooth pieces with a break, with exponentials for power laws")),
                0));
    }

    @Override
    public double[][] axes(double horizon) {
        return new double[][] {scaled(horizon, 5, 15, 45), scaled(1 / horizon, 0.3, 0.5, 0.75), {0, 0.2, 1}};
    }

    @Override
    public double g(double[] shape, double x) {
        return -Math.expm1(-shape[0] * x) - shape[2] * Math.expm1(-shape[0] * Math.max(0, x - shape[1]));
    }

    @Override
    public void g(Shapes shapes, Epochs x, double[] into) {
        int at = 0;
        for (int s = 0; s < shapes.size(); s++) {
            double[] decays = x.decays(shapes.number(s, 0));
            double turn = shapes.number(s, 1);
            double second = shapes.number(s, 2);
            double scale = Math.exp(shapes.number(s, 0) * turn);
            for (int i = 0; i < x.size(); i++) {
                into[at++] = 1 - decays[i] + (x.at(i) > turn ? second * (1 - scale * decays[i]) : 0);
            }
        }
    }

    @Override
    public double[] assemble(double[] shape, double alpha, double beta) {
        return new double[] {alpha, beta, shape[0], shape[1], shape[2]};
    }

    @Override
    public double value(double[] p, double x) {
        return p[0] - p[1] * (Math.expm1(-p[2] * x) + p[4] * Math.expm1(-p[2] * Math.max(0, x - p[3])));
    }

    @Override
    public void gradient(double[] p, double x, double[] into) {
        double since = Math.max(0, x - p[3]);
        double first = Math.expm1(-p[2] * x);
        double second = Math.expm1(-p[2] * since);
        into[0] = 1;
        into[1] = -(first + p[4] * second);
        into[2] = p[1] * (x * (first + 1) + p[4] * since * (second + 1));
        into[3] = since > 0 ? -p[1] * p[4] * p[2] * (second + 1) : 0;
        into[4] = -p[1] * second;
    }
}
