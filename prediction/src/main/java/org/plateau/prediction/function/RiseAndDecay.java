package org.plateau.prediction.function;

import java.util.List;
import java.util.Set;
import org.plateau.prediction.shape.CurveShape;

/**
 * a + b (1 - e^(-c x) - d (1 - e^(-f x))): learning that saturates fast, less a loss of a part d of it that saturates
 * slowly. Rises to a best value and decays from there, or falls and rises again.
 */
final class RiseAndDecay extends SeparableFunction {
    RiseAndDecay() {
        super(new IndexEntry(
                "rise-and-decay",
                List.of("difference-of-exponentials"),
                "a + b (1 - e^(-c x) - d (1 - e^(-f x)))",
                List.of(
                        Parameter.free("a", "value at epoch 0"),
                        Parameter.free("b", "what is learnt in all, negative for a loss"),
                        new Parameter("c", "rate of learning", 0, Double.POSITIVE_INFINITY, 1),
                        new Parameter("d", "share of it that is lost again in the end", 0, 2, 0.5),
                        new Parameter("f", "rate of losing", 0, Double.POSITIVE_INFINITY, 0.1)),
                Set.of(CurveShape.OVERFITTING),
                List.of(new Source(
                        "Bateman, Proceedings of the Cambridge Philosophical Society 15",
                        1910,
                        "amount of a product that decays (d = 1), with a start and a share")),
                0));
    }

    @Override
    public double[][] axes(double horizon) {
        return new double[][] {scaled(horizon, 6, 20, 70), {0.15, 0.4, 1}, scaled(horizon, 0.4, 1.2, 4)};
    }

    @Override
    public double g(double[] shape, double x) {
        return shape[1] * Math.expm1(-shape[2] * x) - Math.expm1(-shape[0] * x);
    }

    @Override
    public void g(Shapes shapes, Epochs x, double[] into) {
        int at = 0;
        for (int s = 0; s < shapes.size(); s++) {
            double[] learning = x.decays(shapes.number(s, 0));
            double[] losing = x.decays(shapes.number(s, 2));
            double share = shapes.number(s, 1);
            for (int i = 0; i < x.size(); i++) {
                into[at++] = 1 - learning[i] - share * (1 - losing[i]);
            }
        }
    }

    @Override
    public double[] assemble(double[] shape, double alpha, double beta) {
        return new double[] {alpha, beta, shape[0], shape[1], shape[2]};
    }

    @Override
    public double value(double[] p, double x) {
        return p[0] + p[1] * (p[3] * Math.expm1(-p[4] * x) - Math.expm1(-p[2] * x));
    }

    @Override
    public void gradient(double[] p, double x, double[] into) {
        double lost = Math.expm1(-p[4] * x);
        double learnt = Math.expm1(-p[2] * x);
        into[0] = 1;
        into[1] = p[3] * lost - learnt;
        into[2] = p[1] * x * (learnt + 1);
        into[3] = p[1] * lost;
        into[4] = -p[1] * p[3] * x * (lost + 1);
    }
}
