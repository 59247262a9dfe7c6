package org.plateau.prediction.function;

import java.util.List;
import java.util.Set;
import org.plateau.prediction.shape.CurveShape;

/** a x^d / (b^d + x^d): a sigmoid or hyperbolic rise from 0 to a plateau; a fall to 0 where d is negative. */
final class Hill extends SeparableFunction {
    Hill() {
        super(new IndexEntry(
                "hill",
                List.of("hill3", "log-power", "logpower3"),
                "a x^d / (b^d + x^d)",
                List.of(
                        Parameter.free("a", "plateau of a rise, value at epoch 0 of a fall"),
                        new Parameter("b", "epoch at which half of a is reached", 1e-9, Double.POSITIVE_INFINITY, 1),
                        new Parameter("d", "steepness, negative for a fall", -20, 20, 1)),
                Set.of(CurveShape.LEARNING, CurveShape.DELAYED),
                List.of(
                        Source.domhan("Hill3; log power: a / (1 + (x / e^b)^c), which is the same with d = -c"),
                        Source.lcdb("logpower3: a / (1 + (x / e^b)^c)")),
                0));
    }

    @Override
    public double[][] axes(double horizon) {
        return new double[][] {{-1, 0.25, 0.6, 1.2, 3}, geometric(0.0005 * horizon, 5 * horizon, 8)};
    }

    @Override
    public boolean intercept() {
        return false;
    }

    @Override
    public double g(double[] shape, double x) {
        return 1 / (1 + Math.pow(shape[1] / x, shape[0]));
    }

    @Override
    public void g(Shapes shapes, Epochs x, double[] into) {
        int at = 0;
        for (int s = 0; s < shapes.size(); s++) {
            double steepness = shapes.number(s, 0);
            double scale = Math.pow(shapes.number(s, 1), steepness);
            double[] powers = x.powers(-steepness);
            for (int i = 0; i < x.size(); i++) {
                into[at++] = 1 / (1 + scale * powers[i]);
            }
        }
    }

    @Override
    public double[] assemble(double[] shape, double alpha, double beta) {
        return new double[] {beta, shape[1], shape[0]};
    }

    @Override
    public double value(double[] p, double x) {
        return p[0] / (1 + Math.pow(p[1] / x, p[2]));
    }

    @Override
    public void gradient(double[] p, double x, double[] into) {
        double share = 1 / (1 + Math.pow(p[1] / x, p[2]));
        double slope = p[0] * share * (1 - share);
        into[0] = share;
        into[1] = -slope * p[2] / p[1];
        into[2] = x > 0 ? -slope * Math.log(p[1] / x) : 0;
    }
}
