package org.plateau.prediction.function;

/** Linear least squares of a few unknowns: rows are added one after another, and then it is solved by elimination. */
final class NormalEquations {
    /** Makes dependent columns solvable; the unknowns change in their tenth digit. */
    private static final double RIDGE = 1e-10;

    private final int unknowns;
    private final double[][] sums;

    NormalEquations(int unknowns) {
        this.unknowns = unknowns;
        this.sums = new double[unknowns][unknowns + 1];
    }

    /** Adds the equation Σ row[i]·unknown[i] ≈ target. */
    void add(double[] row, double target) {
        for (int i = 0; i < unknowns; i++) {
            for (int j = 0; j < unknowns; j++) {
                sums[i][j] += row[i] * row[j];
            }
            sums[i][unknowns] += row[i] * target;
        }
    }

    /** The unknowns; 0 for one that no row has, not finite where the rows were not. Uses the sums up. */
    double[] solve() {
        for (int i = 0; i < unknowns; i++) {
            sums[i][i] = sums[i][i] == 0 ? 1 : sums[i][i] * (1 + RIDGE);
        }
        for (int i = 0; i < unknowns; i++) {
            for (int below = i + 1; below < unknowns; below++) {
                double factor = sums[below][i] / sums[i][i];
                for (int j = i; j <= unknowns; j++) {
                    sums[below][j] -= factor * sums[i][j];
                }
            }
        }
        double[] solution = new double[unknowns];
        for (int i = unknowns - 1; i >= 0; i--) {
            double rest = sums[i][unknowns];
            for (int j = i + 1; j < unknowns; j++) {
                rest -= sums[i][j] * solution[j];
            }
            solution[i] = rest / sums[i][i];
        }
        return solution;
    }
}
