package org.plateau.prediction.function;

import java.util.List;
import java.util.Set;
import org.plateau.prediction.shape.CurveShape;

/** b - a / ln(x): a plateau that is neared extremely slowly. Used from epoch 1.5 on, as ln 1 is 0. */
final class InverseLogarithm extends SeparableFunction {
    InverseLogarithm() {
        super(new IndexEntry(
                "inverse-logarithm",
                List.of("ilog2"),
                "b - a / ln(x)",
                List.of(Parameter.free("a", "distance to the plateau at epoch e"), Parameter.free("b", "plateau")),
                Set.of(CurveShape.LEARNING, CurveShape.NOISY),
                List.of(Source.penguin("index of functions"), Source.domhan("ilog2"), Source.lcdb("ilog2")),
                1.5));
    }

    @Override
    public double[][] axes(double horizon) {
        return new double[][] {};
    }

    @Override
    public double g(double[] shape, double x) {
        return 1 / Math.log(x);
    }

    @Override
    public void g(Shapes shapes, Epochs x, double[] into) {
        for (int i = 0; i < x.size(); i++) {
            into[i] = 1 / x.logarithm(i);
        }
    }

    @Override
    public double[] assemble(double[] shape, double alpha, double beta) {
        return new double[] {-beta, alpha};
    }

    @Override
    public double value(double[] p, double x) {
        return p[1] - p[0] / Math.log(x);
    }

    @Override
    public void gradient(double[] p, double x, double[] into) {
        into[0] = -1 / Math.log(x);
        into[1] = 1;
    }
}
