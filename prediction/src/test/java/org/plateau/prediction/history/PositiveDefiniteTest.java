package org.plateau.prediction.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.hipparchus.linear.CholeskyDecomposition;
import org.hipparchus.linear.LUDecomposition;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;
import org.junit.jupiter.api.Test;

class PositiveDefiniteTest {
    @Test
    void inverseAndDeterminantAreThoseOfAnotherDecomposition() {
        long seed = 20_261_124;
        System.out.println("PositiveDefiniteTest seed " + seed);
        Random random = new Random(seed);
        for (int n = 1; n <= 40; n++) {
            RealMatrix matrix = random(random, n);

            PositiveDefinite inverted = PositiveDefinite.invert(matrix.getData());

            CholeskyDecomposition other = new CholeskyDecomposition(matrix);
            RealMatrix expected = other.getSolver().getInverse();
            double scale = expected.getNorm1();
            for (int i = 0; i < n; i++) {
                assertThat(inverted.inverse()[i])
                        .as("seed %d, %d × %d", seed, n, n)
                        .containsExactly(expected.getRow(i), within(1e-9 * scale));
            }
            assertThat(inverted.logDeterminant()).isCloseTo(Math.log(other.getDeterminant()), within(1e-8));
            assertThat(inverted.logDeterminant())
                    .isCloseTo(Math.log(new LUDecomposition(matrix).getDeterminant()), within(1e-8));
        }
    }

    @Test
    void onlyTheLowerTriangleIsRead() {
        double[][] a = {{4, Double.NaN}, {2, 5}};

        PositiveDefinite inverted = PositiveDefinite.invert(a);

        assertThat(inverted.inverse()[0]).containsExactly(new double[] {5 / 16.0, -2 / 16.0}, within(1e-15));
        assertThat(inverted.inverse()[1]).containsExactly(new double[] {-2 / 16.0, 4 / 16.0}, within(1e-15));
        assertThat(inverted.logDeterminant()).isCloseTo(Math.log(16), within(1e-15));
    }

    @Test
    void aMatrixThatIsNotPositiveDefiniteHasAFiniteInverse() {
        for (double[][] a : new double[][][] {{{0}}, {{-3}}, {{1, 1}, {1, 1}}, {{1, 2}, {2, 1}}}) {
            PositiveDefinite inverted = PositiveDefinite.invert(a);

            assertThat(inverted.logDeterminant()).isFinite();
            for (double[] row : inverted.inverse()) {
                for (double value : row) {
                    assertThat(value).isFinite();
                }
            }
        }
    }

    private static RealMatrix random(Random random, int n) {
        RealMatrix factor = MatrixUtils.createRealMatrix(n, n);
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                factor.setEntry(i, j, random.nextGaussian());
            }
        }
        return factor.multiplyTransposed(factor)
                .scalarMultiply(1.0 / n)
                .add(MatrixUtils.createRealIdentityMatrix(n).scalarMultiply(0.1));
    }
}
