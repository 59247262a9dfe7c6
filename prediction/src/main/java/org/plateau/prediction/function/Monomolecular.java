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
                new Parameter("b", "rate", 0, 50, 0.1),
                Parameter.free("c", "plateau"));
    }

    @Override
    double[][] shapes() {
        return grid(0.003, 0.01, 0.03, 0.1, 0.2, 0.3, 0.5, 0.7, 1, 1.5, 2.5, 5);
    }

    @Override
    void basis(double[] shape, double x, double[] into) {
        double decay = Math.exp(-shape[0] * x);
        into[0] = 0;
        into[1] = decay;
        into[2] = 1 - decay;
    }

    @Override
    double[] assemble(double[] shape, double alpha, double beta) {
        return new double[] {alpha, shape[0], beta};
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
