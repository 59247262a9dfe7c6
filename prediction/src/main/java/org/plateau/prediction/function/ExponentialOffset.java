package org.plateau.prediction.function;

/** a e^(b x) + c: an exponential way to a plateau, up or down. */
final class ExponentialOffset extends SeparableFunction {
    ExponentialOffset() {
        super(
                "exponential-offset",
                "a e^(b x) + c",
                "PENGUIN's index of functions: arXiv 2101.04185",
                0,
                Parameter.free("a", "distance to the plateau at epoch 0, negative for a rise"),
                new Parameter("b", "rate", -10, 10, -0.1),
                Parameter.free("c", "plateau where b is negative"));
    }

    @Override
    double[][] shapes() {
        return grid(-5, -2.5, -1.5, -1, -0.7, -0.5, -0.3, -0.2, -0.1, -0.03, -0.01, 0.03);
    }

    @Override
    void basis(double[] shape, double x, double[] into) {
        into[0] = 0;
        into[1] = Math.exp(shape[0] * x);
        into[2] = 1;
    }

    @Override
    double[] assemble(double[] shape, double alpha, double beta) {
        return new double[] {alpha, shape[0], beta};
    }

    @Override
    public double value(double[] p, double x) {
        return p[0] * Math.exp(p[1] * x) + p[2];
    }

    @Override
    public void gradient(double[] p, double x, double[] into) {
        double power = Math.exp(p[1] * x);
        into[0] = power;
        into[1] = p[0] * x * power;
        into[2] = 1;
    }
}
