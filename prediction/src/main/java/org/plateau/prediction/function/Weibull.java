package org.plateau.prediction.function;

import java.util.List;
import java.util.Set;
import org.plateau.prediction.shape.CurveShape;

/** a - b e^(-c x^d): a stretched exponential to a plateau, up or down. */
final class Weibull extends SeparableFunction {
    Weibull() {
        super(new IndexEntry(
                "weibull",
                List.of("wbl4", "janoschek", "exp4"),
                "a - b e^(-c x^d)",
                List.of(
                        Parameter.free("a", "plateau"),
                        Parameter.free("b", "distance to the plateau at epoch 0, negative for a fall"),
                        new Parameter("c", "rate", 0, Double.POSITIVE_INFINITY, 0.1),
                        new Parameter("d", "stretch: under 1 fast first, over 1 delayed", 0.01, 10, 1)),
                Set.of(CurveShape.LEARNING, CurveShape.DELAYED),
                List.of(
                        Source.domhan(
                                "Weibull: a - (a - b) e^(-(c x)^d); Janoschek: a - (a - b) e^(-c x^d); exp4: c - e^(-a x^d + b)"),
                        Source.penguin("index of functions, a - b e^(-c x^d) and c - e^(-a x^d + b)"),
                        Source.lcdb("wbl4: c - b e^(-a x^d); exp4: c - e^(-a x^d + b)")),
                0));
    }

    @Override
    public double[][] axes(double horizon) {
        return new double[][] {{0.3, 0.55, 1, 1.6, 2.5}, times(horizon)};
    }

    @Override
    public double g(double[] shape, double x) {
        return Math.exp(-Math.pow(x / shape[1], shape[0]));
    }

    @Override
    public void g(Shapes shapes, Epochs x, double[] into) {
        int at = 0;
        for (int s = 0; s < shapes.size(); s++) {
            double stretch = shapes.number(s, 0);
            double rate = Math.pow(shapes.number(s, 1), -stretch);
            double[] powers = x.powers(stretch);
            for (int i = 0; i < x.size(); i++) {
                into[at++] = -rate * powers[i];
            }
        }
        Exponentials.decay(into, at);
    }

    @Override
    public double[] assemble(double[] shape, double alpha, double beta) {
        return new double[] {alpha, -beta, Math.pow(shape[1], -shape[0]), shape[0]};
    }

    @Override
    public double value(double[] p, double x) {
        return p[0] - p[1] * Math.exp(-p[2] * Math.pow(x, p[3]));
    }

    @Override
    public void gradient(double[] p, double x, double[] into) {
        double power = Math.pow(x, p[3]);
        double decay = Math.exp(-p[2] * power);
        into[0] = 1;
        into[1] = -decay;
        into[2] = p[1] * power * decay;
        into[3] = x > 0 ? p[1] * p[2] * power * Math.log(x) * decay : 0;
    }
}
