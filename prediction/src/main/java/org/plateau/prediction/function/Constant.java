package org.plateau.prediction.function;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.plateau.prediction.shape.CurveShape;

/** a: no change at all. */
final class Constant extends SeparableFunction {
    Constant() {
        super(new IndexEntry(
                "constant",
                List.of("last1"),
                "a",
                List.of(Parameter.free("a", "value at every epoch")),
                Set.of(CurveShape.NEVER_LEARNS, CurveShape.COLLAPSED, CurveShape.NOISY),
                List.of(Source.lcdb("last1, where a is the last value")),
                0));
    }

    @Override
    public double[][] axes(double horizon) {
        return new double[][] {};
    }

    @Override
    public boolean intercept() {
        return false;
    }

    @Override
    public double g(double[] shape, double x) {
        return 1;
    }

    @Override
    public void g(Shapes shapes, Epochs x, double[] into) {
        Arrays.fill(into, 0, x.size(), 1);
    }

    @Override
    public double[] assemble(double[] shape, double alpha, double beta) {
        return new double[] {beta};
    }

    @Override
    public double value(double[] p, double x) {
        return p[0];
    }

    @Override
    public void gradient(double[] p, double x, double[] into) {
        into[0] = 1;
    }
}
