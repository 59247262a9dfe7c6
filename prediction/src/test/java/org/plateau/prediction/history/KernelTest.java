package org.plateau.prediction.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.hipparchus.linear.EigenDecompositionSymmetric;
import org.hipparchus.linear.MatrixUtils;
import org.junit.jupiter.api.Test;

class KernelTest {
    @Test
    void aBendIsAddedToAConstantAndLines() {
        Kernel line = new Kernel(0.1, 0.5, 0.25, 0.1, 0, 1, 1);
        Kernel bent = new Kernel(0.1, 0.5, 0.25, 0.1, 0.3, 2, 1);
        double[] products = {1, 2, 3};
        double[] differences = {0.5, 0.25, 2};

        assertThat(line.covariance(products, differences)).isCloseTo(0.5 + 0.5 + 0.5 + 0.3, within(1e-12));
        assertThat(bent.covariance(products, differences))
                .isCloseTo(1.8 + 0.3 * Math.exp(-(0.5 + 0.25 + 0.2) / 8), within(1e-12));
    }

    @Test
    void groupsThatAreLeftOutDoNotBend() {
        Kernel companionsAlone = new Kernel(0.1, 0, 1, 0, 0.5, 1, 10);
        Kernel weakFitness = new Kernel(0.1, 0.1, 1, 0, 0.5, 1, 1);
        Kernel fitnessAlone = new Kernel(0.1, 1, 0, 0, 0.5, 1, 1);
        double[] products = new double[3];

        assertThat(companionsAlone.covariance(products, new double[] {9, 0, 9})).isEqualTo(0.5 + 0.5);
        assertThat(fitnessAlone.covariance(products, new double[] {0, 9, 9})).isEqualTo(0.5 + 0.5);
        assertThat(weakFitness.covariance(products, new double[] {2, 0, 9}))
                .isCloseTo(0.5 + 0.5 * Math.exp(-0.3 * 2 / 2), within(1e-12));
    }

    @Test
    void candidatesUseNoGroupThatIsNotThere() {
        assertThat(Kernel.candidates(false, false))
                .isNotEmpty()
                .allMatch(kernel -> kernel.companions() == 0 && kernel.architecture() == 0 && kernel.fitness() > 0);
        assertThat(Kernel.candidates(true, false))
                .allMatch(kernel -> kernel.architecture() == 0)
                .anyMatch(kernel -> kernel.companions() > 0);
        assertThat(Kernel.candidates(false, true)).anyMatch(kernel -> kernel.architecture() > 0);
        for (boolean companions : new boolean[] {false, true}) {
            for (boolean architecture : new boolean[] {false, true}) {
                List<Kernel> candidates = Kernel.candidates(companions, architecture);
                assertThat(candidates).doesNotHaveDuplicates().allMatch(kernel -> kernel.noise() > 0);
            }
        }
    }

    @Test
    void everyCandidateIsACovariance() {
        long seed = 20_261_124;
        System.out.println("KernelTest seed " + seed);
        Random random = new Random(seed);
        int n = 12;
        for (Kernel kernel : Kernel.candidates(true, true)) {
            double[][][] rows = new double[n][3][4];
            for (double[][] groups : rows) {
                for (double[] row : groups) {
                    for (int i = 0; i < row.length; i++) {
                        row[i] = 2 * random.nextGaussian();
                    }
                }
            }
            double[][] covariance = new double[n][n];
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < n; j++) {
                    double[] products = new double[3];
                    double[] differences = new double[3];
                    for (int group = 0; group < 3; group++) {
                        products[group] = Columns.product(rows[i][group], rows[j][group]);
                        differences[group] = Columns.difference(rows[i][group], rows[j][group]);
                    }
                    covariance[i][j] = kernel.covariance(products, differences);
                }
            }

            double[] eigenvalues =
                    new EigenDecompositionSymmetric(MatrixUtils.createRealMatrix(covariance)).getEigenvalues();

            assertThat(Arrays.stream(eigenvalues).min().orElseThrow())
                    .as("%s, seed %d", kernel, seed)
                    .isGreaterThan(-1e-9);
        }
    }
}
