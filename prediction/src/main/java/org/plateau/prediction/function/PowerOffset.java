package org.plateau.prediction.function;

import java.util.List;
import java.util.Set;
import org.plateau.prediction.shape.CurveShape;

/** a x^b + c: a power law to or from a plateau. */
final class PowerOffset extends SeparableFunction {
    PowerOffset() {
        super(new IndexEntry(
                "power-offset",
                List.of("pow3"),
                "a x^b + c",
                List.of(
                        Parameter.free("a", "distance to the plateau at epoch 1, negative for a rise"),
                        new Parameter("b", "exponent", -10, 10, -0.5),
                        Parameter.free("c", "plateau where b is negative")),
                Set.of(CurveShape.LEARNING),
                List.of(
                        Source.penguin("index of functions"),
                        Source.domhan("pow3: c - a x^(-d)"),
                        Source.lcdb("pow3: a - b x^(-c)")),
                1e-6));
    }

    @Override
    public double[][] axes(double horizon) {
        return new double[][] {{-4, -2.2, -1.2, -0.7, -0.4, -0.2, 0.2, 0.4, 0.7, 1.2, 2}};
    }

    @Override
    public double g(double[] shape, double x) {
        return Math.pow(x, shape[0]);
    }

    @Override
    public void g(Shapes shapes, Epochs x, double[] into) {
        int at = 0;
        for (int s = 0; s < shapes.size(); s++) {
            double exponent = shapes.number(s, 0);
            for (int i = 0; i < x.size(); i++) {
                into[at++] = exponent * x.logarithm(i);
            }
        }
        Exponentials.raise(into, at);
    }

    @Override
    public double[] assemble(double[] shape, double alpha, double beta) {
        return new double[] {beta, shape[0], alpha};
    }

    @Override
    public double value(double[] p, double x) {
        return p[0] * Math.pow(x, p[1]) + p[2];
    }

    @Override
    public void gradient(double[] p, double x, double[] into) {
        double power = Math.pow(x, p[1]);
        into[0] = power;
        into[1] = p[0] * Math.log(x) * power;
        into[2] = 1;
    }
}
