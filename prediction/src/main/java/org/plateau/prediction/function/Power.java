package org.plateau.prediction.function;

/** a x^b: a power law from zero. */
final class Power extends SeparableFunction {
    Power() {
        super(
                "power",
                "a x^b",
                "PENGUIN's index of functions: arXiv 2101.04185",
                1e-6,
                Parameter.free("a", "value at epoch 1"),
                new Parameter("b", "exponent", -10, 10, 0.5));
    }

    @Override
    double[][] shapes() {
        return grid(-2, -1, -0.5, -0.2, -0.1, -0.05, 0, 0.05, 0.1, 0.2, 0.5, 1, 2);
    }

    @Override
    void basis(double[] shape, double x, double[] into) {
        into[0] = 0;
        into[1] = Math.pow(x, shape[0]);
        into[2] = 0;
    }

    @Override
    double[] assemble(double[] shape, double alpha, double beta) {
        return new double[] {alpha, shape[0]};
    }

    @Override
    public double value(double[] p, double x) {
        return p[0] * Math.pow(x, p[1]);
    }

    @Override
    public void gradient(double[] p, double x, double[] into) {
        double power = Math.pow(x, p[1]);
        into[0] = power;
        into[1] = p[0] * Math.log(x) * power;
    }
}
