package org.plateau.prediction.function;

import java.util.List;
import java.util.Set;
import org.plateau.prediction.shape.CurveShape;

/** a + (c - a) e^(-e^(-b (x - d))): a sigmoid that begins abruptly and nears its plateau slowly. */
final class Gompertz extends SeparableFunction {
    /** Beyond, e^x and its products with parameters would not be finite. */
    private static final double LARGEST = 600;

    Gompertz() {
        super(new IndexEntry(
                "gompertz",
                List.of(),
                "a + (c - a) e^(-e^(-b (x - d)))",
                List.of(
                        Parameter.free("a", "value long before the turn"),
                        new Parameter("b", "rate", 0, Double.POSITIVE_INFINITY, 1),
                        Parameter.free("c", "plateau"),
                        Parameter.free("d", "epoch of the turn, at which 1/e of the way is gone")),
                Set.of(CurveShape.LEARNING, CurveShape.DELAYED),
                List.of(new Source(
                        "Gompertz, Philosophical Transactions of the Royal Society 115",
                        1825,
                        "the law of mortality as a growth curve, with a lower asymptote")),
                0));
    }

    @Override
    public double[][] axes(double horizon) {
        return new double[][] {scaled(horizon, 2, 6, 20, 70), scaled(1 / horizon, 0.02, 0.1, 0.25, 0.5, 0.8, 1.2)};
    }

    @Override
    public double g(double[] shape, double x) {
        return Math.exp(-Math.exp(-shape[0] * (x - shape[1])));
    }

    @Override
    public void g(Shapes shapes, Epochs x, double[] into) {
        int at = 0;
        for (int s = 0; s < shapes.size(); s++) {
            double[] decays = x.decays(shapes.number(s, 0));
            double scale = Math.exp(shapes.number(s, 0) * shapes.number(s, 1));
            for (int i = 0; i < x.size(); i++) {
                into[at++] = -scale * decays[i];
            }
        }
        Exponentials.decay(into, at);
    }

    @Override
    public double[] assemble(double[] shape, double alpha, double beta) {
        return new double[] {alpha, shape[0], alpha + beta, shape[1]};
    }

    @Override
    public double value(double[] p, double x) {
        return p[0] + (p[2] - p[0]) * Math.exp(-Math.exp(-p[1] * (x - p[3])));
    }

    @Override
    public void gradient(double[] p, double x, double[] into) {
        double inner = Math.exp(Math.min(LARGEST, -p[1] * (x - p[3])));
        double share = Math.exp(-inner);
        double slope = (p[2] - p[0]) * share * inner;
        into[0] = 1 - share;
        into[1] = slope * (x - p[3]);
        into[2] = share;
        into[3] = -slope * p[1];
    }
}
