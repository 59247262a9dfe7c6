package org.plateau.prediction.function;

/** a x^b + c: a power law to or from a plateau. */
final class PowerOffset extends SeparableFunction {
    PowerOffset() {
        super(
                "power-offset",
                "a x^b + c",
                "Domhan et al., IJCAI 2015, table 1 (pow3 is c - a x^(-b))",
                1e-6,
                Parameter.free("a", "distance to the plateau at epoch 1, negative for a rise"),
                new Parameter("b", "exponent", -10, 10, -0.5),
                Parameter.free("c", "plateau where b is negative"));
    }

    @Override
    public double[][] axes(double horizon) {
        return new double[][] {{-4, -2.5, -1.7, -1.2, -0.9, -0.7, -0.5, -0.35, -0.2, -0.1, 0.1, 0.3, 0.6, 1, 2}};
    }

    @Override
    public double g(double[] shape, double x) {
        return Math.pow(x, shape[0]);
    }

    @Override
    public double[] assemble(double[] shape, double alpha, double beta) {
        return new double[] {beta, shape[0], alpha};
    }

    @Override
    public double value(double[] p, double x) {
        return p[0] * Math.pow(x, p[1]) + p[2];
    }

    @Override
    public void gradient(double[] p, double x, double[] into) {
        double power = Math.pow(x, p[1]);
        into[0] = power;
        into[1] = p[0] * Math.log(x) * power;
        into[2] = 1;
    }
}
