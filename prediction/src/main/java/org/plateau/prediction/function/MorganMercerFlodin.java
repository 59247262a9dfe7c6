package org.plateau.prediction.function;

/** (a b + c x^d) / (b + x^d): a sigmoid or hyperbolic way from a start to a plateau. */
final class MorganMercerFlodin extends SeparableFunction {
    MorganMercerFlodin() {
        super(
                "mmf",
                "(a b + c x^d) / (b + x^d)",
                "Morgan, Mercer and Flodin 1975; Domhan et al., IJCAI 2015, table 1 (mmf in another form)",
                0,
                Parameter.free("a", "value at epoch 0"),
                new Parameter("b", "epochs to the power d until half of the way is gone", 1e-9, 1e12, 1),
                Parameter.free("c", "plateau"),
                new Parameter("d", "steepness", 0.01, 20, 1));
    }

    @Override
    double[][] shapes() {
        return grid(new double[] {0.3, 1, 3, 10, 30}, new double[] {0.5, 1, 2, 4});
    }

    @Override
    void basis(double[] shape, double x, double[] into) {
        double half = Math.pow(shape[0], shape[1]);
        double power = Math.pow(x, shape[1]);
        into[0] = 0;
        into[1] = half / (half + power);
        into[2] = power / (half + power);
    }

    @Override
    double[] assemble(double[] shape, double alpha, double beta) {
        return new double[] {alpha, Math.pow(shape[0], shape[1]), beta, shape[1]};
    }

    @Override
    public double value(double[] p, double x) {
        double power = Math.pow(x, p[3]);
        return (p[0] * p[1] + p[2] * power) / (p[1] + power);
    }

    @Override
    public void gradient(double[] p, double x, double[] into) {
        double power = Math.pow(x, p[3]);
        double sum = p[1] + power;
        into[0] = p[1] / sum;
        into[1] = (p[0] - p[2]) * power / (sum * sum);
        into[2] = power / sum;
        into[3] = x > 0 ? (p[2] - p[0]) * p[1] * power * Math.log(x) / (sum * sum) : 0;
    }
}
