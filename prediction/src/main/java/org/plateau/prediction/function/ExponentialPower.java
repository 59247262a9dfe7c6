package org.plateau.prediction.function;

import java.util.List;
import java.util.Set;
import org.plateau.prediction.shape.CurveShape;

/** c - e^((x - b)^a): a rise to a plateau, very fast at first. */
final class ExponentialPower extends SeparableFunction {
    ExponentialPower() {
        super(new IndexEntry(
                "exponential-power",
                List.of("expp3"),
                "c - e^((x - b)^a)",
                List.of(
                        new Parameter("a", "exponent", -10, -0.01, -1),
                        new Parameter("b", "shift of the epochs", -1000, 0.99, 0),
                        Parameter.free("c", "plateau + 1")),
                Set.of(CurveShape.LEARNING),
                List.of(Source.penguin("index of functions"), Source.lcdb("expp3")),
                1));
    }

    @Override
    public double[][] axes(double horizon) {
        return new double[][] {{0, 0.6, 0.85, 0.95}, {-1.2, -0.6, -0.3, -0.12}};
    }

    @Override
    public double g(double[] shape, double x) {
        return Math.exp(Math.pow(x - shape[0], shape[1]));
    }

    @Override
    public void g(Shapes shapes, Epochs x, double[] into) {
        int at = 0;
        for (int s = 0; s < shapes.size(); s++) {
            double[] logarithms = x.shiftedLogarithms(-shapes.number(s, 0));
            double exponent = shapes.number(s, 1);
            for (int i = 0; i < x.size(); i++) {
                into[at++] = exponent * logarithms[i];
            }
        }
        Exponentials.raise(into, at);
        Exponentials.raise(into, at);
    }

    @Override
    public Interval beta() {
        return new Interval(-1, -1);
    }

    @Override
    public double[] assemble(double[] shape, double alpha, double beta) {
        return new double[] {shape[1], shape[0], alpha};
    }

    @Override
    public double value(double[] p, double x) {
        return p[2] - Math.exp(Math.pow(x - p[1], p[0]));
    }

    @Override
    public void gradient(double[] p, double x, double[] into) {
        double shifted = x - p[1];
        double power = Math.pow(shifted, p[0]);
        double distance = Math.exp(power);
        into[0] = -distance * power * Math.log(shifted);
        into[1] = distance * p[0] * power / shifted;
        into[2] = 1;
    }
}
