package org.plateau.prediction.function;

/** a e^(b x): growth or decay by the same share every epoch. */
final class Exponential extends SeparableFunction {
    Exponential() {
        super(
                "exponential",
                "a e^(b x)",
                "PENGUIN's index of functions: arXiv 2101.04185",
                0,
                Parameter.free("a", "value at epoch 0"),
                new Parameter("b", "rate", -10, 10, 0.01));
    }

    @Override
    double[][] shapes() {
        return grid(-3, -1, -0.5, -0.2, -0.1, -0.05, -0.02, 0, 0.02, 0.05, 0.1, 0.2);
    }

    @Override
    void basis(double[] shape, double x, double[] into) {
        into[0] = 0;
        into[1] = Math.exp(shape[0] * x);
        into[2] = 0;
    }

    @Override
    double[] assemble(double[] shape, double alpha, double beta) {
        return new double[] {alpha, shape[0]};
    }

    @Override
    public double value(double[] p, double x) {
        return p[0] * Math.exp(p[1] * x);
    }

    @Override
    public void gradient(double[] p, double x, double[] into) {
        double power = Math.exp(p[1] * x);
        into[0] = power;
        into[1] = p[0] * x * power;
    }
}
