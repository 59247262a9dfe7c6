package org.plateau.prediction.function;

import java.util.List;
import java.util.Set;
import org.plateau.prediction.shape.CurveShape;

/** (a b + c x^d) / (b + x^d): a sigmoid or hyperbolic way from a start to a plateau. */
final class MorganMercerFlodin extends SeparableFunction {
    MorganMercerFlodin() {
        super(new IndexEntry(
                "mmf",
                List.of("mmf4", "morgan-mercer-flodin"),
                "(a b + c x^d) / (b + x^d)",
                List.of(
                        Parameter.free("a", "value at epoch 0"),
                        Parameter.positive("b", "epochs to the power d until half of the way is gone"),
                        Parameter.free("c", "plateau"),
                        new Parameter("d", "steepness", 0.01, 20, 1)),
                Set.of(CurveShape.LEARNING, CurveShape.DELAYED),
                List.of(
                        new Source("Morgan, Mercer and Flodin, PNAS 72(11)", 1975, "the nutritional response"),
                        Source.domhan("MMF: c - (c - a) / (1 + (b x)^d)"),
                        Source.penguin("index of functions"),
                        Source.lcdb("mmf4")),
                0));
    }

    @Override
    public double[][] axes(double horizon) {
        return new double[][] {{0.5, 0.8, 1.3, 2.2, 5}, times(horizon)};
    }

    @Override
    public double g(double[] shape, double x) {
        return 1 / (1 + Math.pow(x / shape[1], shape[0]));
    }

    @Override
    public void g(Shapes shapes, Epochs x, double[] into) {
        int at = 0;
        for (int s = 0; s < shapes.size(); s++) {
            double steepness = shapes.number(s, 0);
            double rate = Math.pow(shapes.number(s, 1), -steepness);
            double[] powers = x.powers(steepness);
            for (int i = 0; i < x.size(); i++) {
                into[at++] = 1 / (1 + rate * powers[i]);
            }
        }
    }

    @Override
    public double[] assemble(double[] shape, double alpha, double beta) {
        return new double[] {alpha + beta, Math.pow(shape[1], shape[0]), alpha, shape[0]};
    }

    @Override
    public double value(double[] p, double x) {
        double power = Math.pow(x, p[3]);
        return (p[0] * p[1] + p[2] * power) / (p[1] + power);
    }

    @Override
    public void gradient(double[] p, double x, double[] into) {
        double power = Math.pow(x, p[3]);
        double sum = p[1] + power;
        into[0] = p[1] / sum;
        into[1] = (p[0] - p[2]) * power / (sum * sum);
        into[2] = power / sum;
        into[3] = x > 0 ? (p[2] - p[0]) * p[1] * power * Math.log(x) / (sum * sum) : 0;
    }
}
