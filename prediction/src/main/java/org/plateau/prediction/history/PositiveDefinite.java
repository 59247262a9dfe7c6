package org.plateau.prediction.history;

/**
 * The inverse of a symmetric positive definite matrix by Cholesky's decomposition, and the logarithm of its determinant.
 *
 * @param inverse of the matrix, n × n
 * @param logDeterminant of the matrix
 */
@SuppressWarnings("ArrayRecordComponent") // Made, read and dropped inside one regression, compared never.
record PositiveDefinite(double[][] inverse, double logDeterminant) {
    /** Inverts a matrix; its lower triangle is read and overwritten. A pivot that is not positive counts as tiny. */
    static PositiveDefinite invert(double[][] a) {
        int n = a.length;
        double logDeterminant = 0;
        for (int i = 0; i < n; i++) {
            double[] row = a[i];
            for (int j = 0; j < i; j++) {
                double[] other = a[j];
                double sum = row[j];
                for (int k = 0; k < j; k++) {
                    sum -= row[k] * other[k];
                }
                row[j] = sum * other[j];
            }
            double pivot = row[i];
            for (int k = 0; k < i; k++) {
                pivot -= row[k] * row[k];
            }
            pivot = Math.max(pivot, 1e-12);
            logDeterminant += Math.log(pivot);
            // The diagonal holds reciprocals from here on.
            row[i] = 1 / Math.sqrt(pivot);
        }
        return new PositiveDefinite(square(invertTriangle(a)), logDeterminant);
    }

    /** The transposed inverse of a lower triangle with a reciprocal diagonal; row i holds column i of the inverse. */
    private static double[][] invertTriangle(double[][] l) {
        int n = l.length;
        double[][] columns = new double[n][n];
        for (int j = 0; j < n; j++) {
            double[] column = columns[j];
            column[j] = l[j][j];
            for (int i = j + 1; i < n; i++) {
                double[] row = l[i];
                double sum = 0;
                for (int k = j; k < i; k++) {
                    sum -= row[k] * column[k];
                }
                column[i] = sum * row[i];
            }
        }
        return columns;
    }

    private static double[][] square(double[][] columns) {
        int n = columns.length;
        double[][] inverse = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                double sum = 0;
                for (int k = i; k < n; k++) {
                    sum += columns[i][k] * columns[j][k];
                }
                inverse[i][j] = sum;
                inverse[j][i] = sum;
            }
        }
        return inverse;
    }
}
