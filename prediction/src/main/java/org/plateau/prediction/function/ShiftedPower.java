package org.plateau.prediction.function;

import java.util.List;
import java.util.Set;
import org.plateau.prediction.shape.CurveShape;

/** c - a (x + b)^(-d): a power law to a plateau that began before, or after, epoch 0. */
final class ShiftedPower extends SeparableFunction {
    ShiftedPower() {
        super(new IndexEntry(
                "shifted-power",
                List.of("pow4"),
                "c - a (x + b)^(-d)",
                List.of(
                        Parameter.free("a", "distance to the plateau where x + b is 1, negative for a fall"),
                        new Parameter("b", "shift of the epochs", 1e-6, Double.POSITIVE_INFINITY, 1),
                        Parameter.free("c", "plateau"),
                        new Parameter("d", "exponent", 0.01, 20, 0.5)),
                Set.of(CurveShape.LEARNING),
                List.of(Source.domhan("pow4: c - (a x + b)^(-d)"), Source.lcdb("pow4: a - b (x + d)^(-c)")),
                0));
    }

    @Override
    public double[][] axes(double horizon) {
        return new double[][] {geometric(0.005 * horizon, 2 * horizon, 6), {0.3, 0.6, 1.2, 2.5, 6}};
    }

    @Override
    public double g(double[] shape, double x) {
        return Math.pow(x / shape[0] + 1, -shape[1]);
    }

    @Override
    public void g(Shapes shapes, Epochs x, double[] into) {
        int at = 0;
        for (int s = 0; s < shapes.size(); s++) {
            double shift = Math.log(shapes.number(s, 0));
            double exponent = shapes.number(s, 1);
            double[] logarithms = x.shiftedLogarithms(shapes.number(s, 0));
            for (int i = 0; i < x.size(); i++) {
                into[at++] = exponent * (shift - logarithms[i]);
            }
        }
        Exponentials.decay(into, at);
    }

    @Override
    public double[] assemble(double[] shape, double alpha, double beta) {
        return new double[] {-beta * Math.pow(shape[0], shape[1]), shape[0], alpha, shape[1]};
    }

    @Override
    public double value(double[] p, double x) {
        return p[2] - p[0] * Math.pow(x + p[1], -p[3]);
    }

    @Override
    public void gradient(double[] p, double x, double[] into) {
        double shifted = x + p[1];
        double power = Math.pow(shifted, -p[3]);
        into[0] = -power;
        into[1] = p[0] * p[3] * power / shifted;
        into[2] = 1;
        into[3] = p[0] * power * Math.log(shifted);
    }
}
