package org.plateau.prediction.function;

/** a ln(x) + b: a gain that never ends, ever slower. */
final class Logarithm extends SeparableFunction {
    Logarithm() {
        super(
                "logarithm",
                "a ln(x) + b",
                "PENGUIN's index of functions: arXiv 2101.04185",
                1e-6,
                Parameter.free("a", "gain with every e-fold of epochs"),
                Parameter.free("b", "value at epoch 1"));
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
