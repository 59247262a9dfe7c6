package org.plateau.prediction.function;

/** c - (c - a) e^(-b x): an exponential way from a start to a plateau. */
final class Monomolecular extends SeparableFunction {
    Monomolecular() {
        super(
                "monomolecular",
                "c - (c - a) e^(-b x)",
                "PENGUIN's index of functions: arXiv 2101.04185; Mitscherlich's law",
                0,
                Parameter.free("a", "value at epoch 0"),
                new Parameter("b", "rate", 0, Double.POSITIVE_INFINITY, 0.1),
                Parameter.free("c", "plateau"));
    }

    @Override
    public double[][] axes(double horizon) {
        return new double[][] {rates(horizon, 18)};
    }

    @Override
    public double g(double[] shape, double x) {
        return Math.exp(-shape[0] * x);
    }

    @Override
    public double[] assemble(double[] shape, double alpha, double beta) {
        return new double[] {alpha + beta, shape[0], alpha};
    }

    @Override
    public double value(double[] p, double x) {
        return p[2] - (p[2] - p[0]) * Math.exp(-p[1] * x);
    }

    @Override
    public void gradient(double[] p, double x, double[] into) {
        double decay = Math.exp(-p[1] * x);
        into[0] = decay;
        into[1] = (p[2] - p[0]) * x * decay;
        into[2] = 1 - decay;
    }
}
