package org.plateau.prediction.sweep;

/** Solves a few symmetric equations. */
final class SmallCholesky {
    private static final double DAMPING = 1e-9;

    private SmallCholesky() {}

    /**
     * Solves in place; where the matrix is not positive definite the solution is short in its weak directions.
     *
     * @param matrix its lower triangle is read and replaced
     * @param vector the right-hand side; the solution afterwards
     * @param n how many equations
     */
    static void solve(double[][] matrix, double[] vector, int n) {
        for (int k = 0; k < n; k++) {
            double pivot = matrix[k][k] * (1 + DAMPING);
            for (int j = 0; j < k; j++) {
                pivot -= matrix[k][j] * matrix[k][j];
            }
            double root = Math.sqrt(Math.max(pivot, DAMPING * matrix[k][k] + LinearPart.TINY));
            matrix[k][k] = root;
            for (int i = k + 1; i < n; i++) {
                for (int j = 0; j < k; j++) {
                    matrix[i][k] -= matrix[i][j] * matrix[k][j];
                }
                matrix[i][k] /= root;
            }
        }
        for (int k = 0; k < n; k++) {
            for (int j = 0; j < k; j++) {
                vector[k] -= matrix[k][j] * vector[j];
            }
            vector[k] /= matrix[k][k];
        }
        for (int k = n - 1; k >= 0; k--) {
            for (int j = k + 1; j < n; j++) {
                vector[k] -= matrix[j][k] * vector[j];
            }
            vector[k] /= matrix[k][k];
        }
    }
}
