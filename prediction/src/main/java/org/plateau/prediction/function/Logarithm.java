package org.plateau.prediction.function;

import java.util.List;
import java.util.Set;
import org.plateau.prediction.shape.CurveShape;

/** a ln(x) + b: a gain that never ends, ever slower. */
final class Logarithm extends SeparableFunction {
    Logarithm() {
        super(new IndexEntry(
                "logarithm",
                List.of("log2"),
                "a ln(x) + b",
                List.of(
                        Parameter.free("a", "gain with every e-fold of epochs"),
                        Parameter.free("b", "value at epoch 1")),
                Set.of(CurveShape.LEARNING, CurveShape.NOISY),
                List.of(Source.penguin("index of functions"), Source.lcdb("log2: -a ln(x) + b")),
                1e-6));
    }

    @Override
    public double[][] axes(double horizon) {
        return new double[][] {};
    }

    @Override
    public double g(double[] shape, double x) {
        return Math.log(x);
    }

    @Override
    public void g(Shapes shapes, Epochs x, double[] into) {
        for (int i = 0; i < x.size(); i++) {
            into[i] = x.logarithm(i);
        }
    }

    @Override
    public double[] assemble(double[] shape, double alpha, double beta) {
        return new double[] {beta, alpha};
    }

    @Override
    public double value(double[] p, double x) {
        return p[0] * Math.log(x) + p[1];
    }

    @Override
    public void gradient(double[] p, double x, double[] into) {
        into[0] = Math.log(x);
        into[1] = 1;
    }
}
