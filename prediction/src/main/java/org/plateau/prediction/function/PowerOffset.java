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
    double[][] shapes() {
        return grid(-4, -2, -1.3, -1, -0.7, -0.5, -0.3, -0.1, 0.3, 0.7, 1, 2);
    }

    @Override
    void basis(double[] shape, double x, double[] into) {
        into[0] = 0;
        into[1] = Math.pow(x, shape[0]);
        into[2] = 1;
    }

    @Override
    double[] assemble(double[] shape, double alpha, double beta) {
        return new double[] {alpha, shape[0], beta};
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
