package org.plateau.prediction.function;

import java.util.List;
import java.util.Set;
import org.plateau.prediction.shape.CurveShape;

/** a x^b: a power law from zero. */
final class Power extends SeparableFunction {
    Power() {
        super(new IndexEntry(
                "power",
                List.of("pow2"),
                "a x^b",
                List.of(Parameter.free("a", "value at epoch 1"), new Parameter("b", "exponent", -10, 10, 0.5)),
                Set.of(CurveShape.LEARNING),
                List.of(Source.penguin("index of functions"), Source.lcdb("pow2: -a x^(-b)")),
                1e-6));
    }

    @Override
    public double[][] axes(double horizon) {
        return new double[][] {{-1.2, -0.6, -0.3, -0.12, -0.04, 0, 0.04, 0.12, 0.3, 0.6, 1.2}};
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
    public boolean intercept() {
        return false;
    }

    @Override
    public double[] assemble(double[] shape, double alpha, double beta) {
        return new double[] {beta, shape[0]};
    }

    @Override
    public double value(double[] p, double x) {
        return p[0] * Math.pow(x, p[1]);
    }

    @Override
    public void gradient(double[] p, double x, double[] into) {
        double power = Math.pow(x, p[1]);
        into[0] = power;
        into[1] = p[0] * Math.log(x) * power;
    }
}
