package org.plateau.prediction.function;

import java.util.List;
import java.util.Set;
import org.plateau.prediction.shape.CurveShape;

/** a + (c - a) / (1 + e^(-b (x - d))): a symmetric sigmoid from where guessing is to a plateau. */
final class Logistic extends SeparableFunction {
    Logistic() {
        super(new IndexEntry(
                "logistic",
                List.of("sigmoid"),
                "a + (c - a) / (1 + e^(-b (x - d)))",
                List.of(
                        Parameter.free("a", "value long before the turn"),
                        new Parameter("b", "rate", 0, Double.POSITIVE_INFINITY, 1),
                        Parameter.free("c", "plateau"),
                        Parameter.free("d", "epoch of the turn, at which half of the way is gone")),
                Set.of(CurveShape.LEARNING, CurveShape.DELAYED, CurveShape.COLLAPSED),
                List.of(new Source(
                        "Verhulst, Correspondance mathématique et physique 10",
                        1838,
                        "the logistic curve, with a lower asymptote")),
                0));
    }

    @Override
    public double[][] axes(double horizon) {
        return new double[][] {scaled(horizon, 4, 12, 40, 150), scaled(1 / horizon, 0.02, 0.1, 0.25, 0.5, 0.8, 1.2)};
    }

    @Override
    public double g(double[] shape, double x) {
        return 1 / (1 + Math.exp(-shape[0] * (x - shape[1])));
    }

    @Override
    public void g(Shapes shapes, Epochs x, double[] into) {
        int at = 0;
        for (int s = 0; s < shapes.size(); s++) {
            double[] decays = x.decays(shapes.number(s, 0));
            double scale = Math.exp(shapes.number(s, 0) * shapes.number(s, 1));
            for (int i = 0; i < x.size(); i++) {
                into[at++] = 1 / (1 + scale * decays[i]);
            }
        }
    }

    @Override
    public double[] assemble(double[] shape, double alpha, double beta) {
        return new double[] {alpha, shape[0], alpha + beta, shape[1]};
    }

    @Override
    public double value(double[] p, double x) {
        return p[0] + (p[2] - p[0]) / (1 + Math.exp(-p[1] * (x - p[3])));
    }

    @Override
    public void gradient(double[] p, double x, double[] into) {
        double share = 1 / (1 + Math.exp(-p[1] * (x - p[3])));
        double slope = (p[2] - p[0]) * share * (1 - share);
        into[0] = 1 - share;
        into[1] = slope * (x - p[3]);
        into[2] = share;
        into[3] = -slope * p[1];
    }
}
