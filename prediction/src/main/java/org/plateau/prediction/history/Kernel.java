package org.plateau.prediction.history;

import java.util.ArrayList;
import java.util.List;

/**
 * How alike two trainings are expected to end, given how alike they are: a constant, a line in each group of columns, and
 * a bend (squared exponential) over the groups that take part.
 *
 * @param noise variance of what no column explains, in units of the targets' variance
 * @param fitness weight of the line in the fitness columns
 * @param companions weight of the line in the companions' columns; 0 leaves them out
 * @param architecture weight of the line in the columns of the architecture; 0 leaves them out
 * @param bend variance of the bend, 0 for none
 * @param length of the bend, in standard deviations of the columns
 * @param prior how much likelier than others it is before anything is seen
 */
record Kernel(
        double noise,
        double fitness,
        double companions,
        double architecture,
        double bend,
        double length,
        double prior) {
    /** Variance of the constant. */
    static final double CONSTANT = 0.5;

    /** From this weight on the fitness columns take their full part in the bend, before they take this part of it. */
    private static final double STRONG = 0.3;

    /**
     * How much likelier it is than any other that the companions tell all: while little has finished, a line in the training
     * series is hard to beat, and the many ways of using more are as many ways to be wrong.
     */
    private static final double COMPANIONS_ALONE = 10;

    /** The kernels that are averaged over. */
    static List<Kernel> candidates(boolean companions, boolean architecture) {
        List<Kernel> candidates = new ArrayList<>();
        double[][] lines = companions
                ? new double[][] {{0, 1, COMPANIONS_ALONE}, {0.1, 1, 1}, {1, 1, 1}, {1, 0, 1}}
                : new double[][] {{0.3, 0, 1}, {1, 0, 1}};
        double[] graphs = architecture ? new double[] {0, 0.1, 0.3} : new double[] {0};
        double[][] bends = {{0, 1}, {0.3, 2}, {0.5, 1}};
        for (double noise : new double[] {0.01, 0.03, 0.1, 0.3}) {
            for (double[] line : lines) {
                for (double graph : graphs) {
                    for (double[] bend : bends) {
                        candidates.add(new Kernel(noise, line[0], line[1], graph, bend[0], bend[1], line[2]));
                    }
                }
            }
        }
        return candidates;
    }

    /** The covariance of two trainings from each group's mean product and mean squared difference. */
    double covariance(double[] products, double[] differences) {
        double sum = CONSTANT + fitness * products[0] + companions * products[1] + architecture * products[2];
        if (bend == 0) {
            return sum;
        }
        double squares = (fitness == 0 ? 0 : fitness < STRONG ? STRONG : 1) * differences[0]
                + (companions > 0 ? differences[1] : 0)
                + architecture * differences[2];
        return sum + bend * Math.exp(-squares / (2 * length * length));
    }
}
