package org.plateau.prediction.function;

/** c - e^(-a x^d + b): a rise to a plateau by a stretched exponential. */
final class Exp4 extends SeparableFunction {
    Exp4() {
        super(
                "exp4",
                "c - e^(-a x^d + b)",
                "Domhan et al., IJCAI 2015, table 1 (exp4)",
                0,
                Parameter.positive("a", "rate"),
                new Parameter("b", "logarithm of the distance to the plateau at epoch 0", -700, 700, 1),
                Parameter.free("c", "plateau"),
                new Parameter("d", "stretch: under 1 fast first, over 1 delayed", 0.01, 10, 1));
    }

    @Override
    public double[][] axes(double horizon) {
        return new double[][] {times(horizon, 10), {0.3, 0.5, 0.75, 1, 1.5, 2.5}};
    }

    @Override
    public double g(double[] shape, double x) {
        return Math.exp(-Math.pow(x / shape[0], shape[1]));
    }

    @Override
    public Interval beta() {
        return new Interval(Double.NEGATIVE_INFINITY, -Double.MIN_NORMAL);
    }

    @Override
    public double[] assemble(double[] shape, double alpha, double beta) {
        return new double[] {Math.pow(shape[0], -shape[1]), Math.log(-beta), alpha, shape[1]};
    }

    @Override
    public double value(double[] p, double x) {
        return p[2] - Math.exp(p[1] - p[0] * Math.pow(x, p[3]));
    }

    @Override
    public void gradient(double[] p, double x, double[] into) {
        double power = Math.pow(x, p[3]);
        double distance = Math.exp(p[1] - p[0] * power);
        into[0] = power * distance;
        into[1] = -distance;
        into[2] = 1;
        into[3] = x > 0 ? p[0] * power * Math.log(x) * distance : 0;
    }
}
