package org.plateau.prediction.function;

import java.util.List;
import java.util.Set;
import org.plateau.prediction.shape.CurveShape;

/**
 * a + (c - a) (1 + f e^(-b (x - d)))^(-1/f): a sigmoid of any asymmetry; the logistic curve is its case f = 1, Gompertz'
 * curve the limit of small f.
 */
final class Richards extends SeparableFunction {
    /** Beyond, e^x and its products with parameters would not be finite. */
    private static final double LARGEST = 600;

    Richards() {
        super(new IndexEntry(
                "richards",
                List.of("generalised-logistic"),
                "a + (c - a) (1 + f e^(-b (x - d)))^(-1/f)",
                List.of(
                        Parameter.free("a", "value long before the turn"),
                        new Parameter("b", "rate", 0, Double.POSITIVE_INFINITY, 1),
                        Parameter.free("c", "plateau"),
                        Parameter.free("d", "epoch of the turn"),
                        new Parameter("f", "asymmetry: under 1 early turn, over 1 late", 0.01, 100, 1)),
                Set.of(CurveShape.LEARNING, CurveShape.DELAYED),
                List.of(new Source(
                        "Richards, Journal of Experimental Botany 10(2)",
                        1959,
                        "the flexible growth function, with a lower asymptote")),
                0));
    }

    @Override
    public double[][] axes(double horizon) {
        return new double[][] {scaled(horizon, 4, 16, 60), scaled(1 / horizon, 0.05, 0.25, 0.5, 0.9), {0.25, 4}};
    }

    @Override
    public double g(double[] shape, double x) {
        double inner = Math.exp(Math.min(LARGEST, -shape[0] * (x - shape[1])));
        return Math.pow(1 + shape[2] * inner, -1 / shape[2]);
    }

    @Override
    public void g(Shapes shapes, Epochs x, double[] into) {
        int at = 0;
        for (int s = 0; s < shapes.size(); s++) {
            double[] decays = x.decays(shapes.number(s, 0));
            double asymmetry = shapes.number(s, 2);
            double scale = asymmetry * Math.exp(shapes.number(s, 0) * shapes.number(s, 1));
            for (int i = 0; i < x.size(); i++) {
                into[at++] = -Math.log(1 + scale * decays[i]) / asymmetry;
            }
        }
        Exponentials.decay(into, at);
    }

    @Override
    public double[] assemble(double[] shape, double alpha, double beta) {
        return new double[] {alpha, shape[0], alpha + beta, shape[1], shape[2]};
    }

    @Override
    public double value(double[] p, double x) {
        double inner = Math.exp(Math.min(LARGEST, -p[1] * (x - p[3])));
        return p[0] + (p[2] - p[0]) * Math.pow(1 + p[4] * inner, -1 / p[4]);
    }

    @Override
    public void gradient(double[] p, double x, double[] into) {
        double inner = Math.exp(Math.min(LARGEST, -p[1] * (x - p[3])));
        double base = 1 + p[4] * inner;
        double share = Math.pow(base, -1 / p[4]);
        double slope = (p[2] - p[0]) * share * inner / base;
        into[0] = 1 - share;
        into[1] = slope * (x - p[3]);
        into[2] = share;
        into[3] = -slope * p[1];
        into[4] = (p[2] - p[0]) * share * Math.log(base) / (p[4] * p[4]) - slope / p[4];
    }
}
