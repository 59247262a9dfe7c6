package org.plateau.prediction.function;

import java.util.List;
import java.util.Set;
import org.plateau.prediction.shape.CurveShape;

/**
 * c + a ln(ln(x) + b): a gain that never ends but soon is hardly noticed.
 *
 * <p>The publication has ln(a ln(x) + b) for accuracies from 0 to 1, each function scaled by its weight in a mixture.
 * That is a ln(ln(x) + b) + c with the weight as the scale; so the function does not depend on the unit of the values.
 */
final class LogLogLinear extends SeparableFunction {
    LogLogLinear() {
        super(new IndexEntry(
                "log-log-linear",
                List.of(),
                "c + a ln(ln(x) + b)",
                List.of(
                        Parameter.free("a", "gain with every e-fold of ln(x) + b"),
                        new Parameter(
                                "b", "how late the gain begins: the smaller, the steeper at epoch 1", 1e-3, 1e3, 1),
                        Parameter.free("c", "value where ln(x) + b is 1")),
                Set.of(CurveShape.LEARNING),
                List.of(Source.domhan("log log linear: ln(a ln(x) + b), scaled by its weight")),
                1));
    }

    @Override
    public double[][] axes(double horizon) {
        return new double[][] {geometric(0.01, 10, 8)};
    }

    @Override
    public double g(double[] shape, double x) {
        return Math.log(Math.log(x) + shape[0]);
    }

    @Override
    public void g(Shapes shapes, Epochs x, double[] into) {
        int at = 0;
        for (int s = 0; s < shapes.size(); s++) {
            double shift = shapes.number(s, 0);
            for (int i = 0; i < x.size(); i++) {
                into[at++] = Math.log(x.logarithm(i) + shift);
            }
        }
    }

    @Override
    public double[] assemble(double[] shape, double alpha, double beta) {
        return new double[] {beta, shape[0], alpha};
    }

    @Override
    public double value(double[] p, double x) {
        return p[2] + p[0] * Math.log(Math.log(x) + p[1]);
    }

    @Override
    public void gradient(double[] p, double x, double[] into) {
        double inner = Math.log(x) + p[1];
        into[0] = Math.log(inner);
        into[1] = p[0] / inner;
        into[2] = 1;
    }
}
