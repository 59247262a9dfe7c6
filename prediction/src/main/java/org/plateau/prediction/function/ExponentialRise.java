package org.plateau.prediction.function;

import java.util.List;
import java.util.Set;
import org.plateau.prediction.shape.CurveShape;

/** a - b^(c - x): a rise to a plateau that it nears by the same share every epoch. */
final class ExponentialRise extends SeparableFunction {
    ExponentialRise() {
        super(new IndexEntry(
                "exponential-rise",
                List.of(),
                "a - b^(c - x)",
                List.of(
                        new Parameter("a", "plateau", 0.5, 200, 100.25),
                        new Parameter(
                                "b",
                                "base: how fast the distance to the plateau shrinks per epoch",
                                1,
                                Double.POSITIVE_INFINITY,
                                2),
                        new Parameter("c", "epoch at which the distance is 1", 0, Double.POSITIVE_INFINITY, 1)),
                Set.of(CurveShape.LEARNING),
                List.of(
                        Source.penguin("the function of its rule"),
                        new Source("Channing et al., A4NN, ICPP", 2023, "the function of its rule")),
                0));
    }

    @Override
    public double[][] axes(double horizon) {
        return new double[][] {rates(horizon)};
    }

    @Override
    public double g(double[] shape, double x) {
        return Math.exp(-shape[0] * x);
    }

    @Override
    public void g(Shapes shapes, Epochs x, double[] into) {
        int at = 0;
        for (int s = 0; s < shapes.size(); s++) {
            double rate = shapes.number(s, 0);
            for (int i = 0; i < x.size(); i++) {
                into[at++] = -rate * x.at(i);
            }
        }
        Exponentials.decay(into, at);
    }

    @Override
    public Interval alpha() {
        return new Interval(0.5, 200);
    }

    @Override
    public Interval beta() {
        return new Interval(Double.NEGATIVE_INFINITY, -1);
    }

    @Override
    public double[] assemble(double[] shape, double alpha, double beta) {
        return new double[] {alpha, Math.exp(shape[0]), Math.log(-beta) / shape[0]};
    }

    @Override
    public double value(double[] p, double x) {
        return p[0] - Math.pow(p[1], p[2] - x);
    }

    @Override
    public void gradient(double[] p, double x, double[] into) {
        double power = Math.pow(p[1], p[2] - x);
        into[0] = 1;
        into[1] = -(p[2] - x) * power / p[1];
        into[2] = -Math.log(p[1]) * power;
    }
}
