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
    double[][] shapes() {
        return grid(new double[] {0.02, 0.1, 0.3, 1, 3}, new double[] {0.3, 0.6, 1, 1.5, 2.5});
    }

    @Override
    void basis(double[] shape, double x, double[] into) {
        into[0] = 0;
        into[1] = 1;
        into[2] = -Math.exp(-shape[0] * Math.pow(x, shape[1]));
    }

    @Override
    double[] assemble(double[] shape, double alpha, double beta) {
        return new double[] {shape[0], Math.log(beta > 0 ? beta : 1e-12), alpha, shape[1]};
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
