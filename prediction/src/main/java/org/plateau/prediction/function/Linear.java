package org.plateau.prediction.function;

import java.util.List;
import java.util.Set;
import org.plateau.prediction.shape.CurveShape;

/** a x + b: the same gain every epoch. */
final class Linear extends SeparableFunction {
    Linear() {
        super(new IndexEntry(
                "linear",
                List.of("lin2"),
                "a x + b",
                List.of(Parameter.free("a", "gain with every epoch"), Parameter.free("b", "value at epoch 0")),
                Set.of(CurveShape.LEARNING, CurveShape.DIVERGED, CurveShape.NOISY),
                List.of(Source.lcdb("lin2")),
                0));
    }

    @Override
    public double[][] axes(double horizon) {
        return new double[][] {};
    }

    @Override
    public double g(double[] shape, double x) {
        return x;
    }

    @Override
    public void g(Shapes shapes, Epochs x, double[] into) {
        for (int i = 0; i < x.size(); i++) {
            into[i] = x.at(i);
        }
    }

    @Override
    public double[] assemble(double[] shape, double alpha, double beta) {
        return new double[] {beta, alpha};
    }

    @Override
    public double value(double[] p, double x) {
        return p[0] * x + p[1];
    }

    @Override
    public void gradient(double[] p, double x, double[] into) {
        into[0] = x;
        into[1] = 1;
    }
}
