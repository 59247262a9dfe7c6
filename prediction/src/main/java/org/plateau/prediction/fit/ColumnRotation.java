package org.plateau.prediction.fit;

/**
 * Singular values and right singular vectors of a tall matrix with few columns by rotating pairs of columns until they
 * are orthogonal (one-sided Jacobi: Hestenes 1958). Exact to the last digits also for small singular values.
 */
final class ColumnRotation {
    private static final int SWEEPS = 30;
    private static final double ORTHOGONAL = 1e-15;

    private final int columns;
    private final double[][] work;
    private final double[][] vectors;
    private final double[] singular;

    ColumnRotation(int columns, int rows) {
        this.columns = columns;
        work = new double[columns][rows];
        vectors = new double[columns][columns];
        singular = new double[columns];
    }

    /** Decomposes a matrix given by its columns, which stay as they are. */
    void decompose(double[][] matrix) {
        for (int i = 0; i < columns; i++) {
            System.arraycopy(matrix[i], 0, work[i], 0, work[i].length);
            for (int k = 0; k < columns; k++) {
                vectors[k][i] = i == k ? 1 : 0;
            }
        }
        boolean rotated = true;
        for (int sweep = 0; rotated && sweep < SWEEPS; sweep++) {
            rotated = false;
            for (int p = 0; p < columns - 1; p++) {
                for (int q = p + 1; q < columns; q++) {
                    rotated |= rotate(p, q);
                }
            }
        }
        for (int k = 0; k < columns; k++) {
            singular[k] = Math.sqrt(dot(work[k], work[k]));
        }
    }

    /** Singular values in no particular order; valid until the next decomposition. */
    double[] singular() {
        return singular;
    }

    /** Entry {@code row} of the right singular vector that goes with singular value {@code k}. */
    double vector(int row, int k) {
        return vectors[k][row];
    }

    private boolean rotate(int p, int q) {
        double pp = dot(work[p], work[p]);
        double qq = dot(work[q], work[q]);
        double pq = dot(work[p], work[q]);
        if (Math.abs(pq) <= ORTHOGONAL * Math.sqrt(pp * qq)) {
            return false;
        }
        double zeta = (qq - pp) / (2 * pq);
        double tangent = Math.copySign(1, zeta) / (Math.abs(zeta) + Math.sqrt(1 + zeta * zeta));
        double cosine = 1 / Math.sqrt(1 + tangent * tangent);
        turn(work[p], work[q], cosine, cosine * tangent);
        turn(vectors[p], vectors[q], cosine, cosine * tangent);
        return true;
    }

    private static void turn(double[] a, double[] b, double cosine, double sine) {
        for (int i = 0; i < a.length; i++) {
            double old = a[i];
            a[i] = cosine * old - sine * b[i];
            b[i] = sine * old + cosine * b[i];
        }
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
