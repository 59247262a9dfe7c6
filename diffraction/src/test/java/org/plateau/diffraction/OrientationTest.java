package org.plateau.diffraction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;
import org.junit.jupiter.api.Test;

class OrientationTest {
    private static final int DRAWS = 20_000;

    @Test
    void everyDrawIsARotation() {
        forEachDraw((orientation, matrix) -> {
            for (int i = 0; i < 3; i++) {
                for (int j = 0; j < 3; j++) {
                    double product = matrix[3 * i] * matrix[3 * j]
                            + matrix[3 * i + 1] * matrix[3 * j + 1]
                            + matrix[3 * i + 2] * matrix[3 * j + 2];
                    assertThat(product).isCloseTo(i == j ? 1 : 0, within(1e-12));
                }
            }
            double determinant = matrix[0] * (matrix[4] * matrix[8] - matrix[5] * matrix[7])
                    - matrix[1] * (matrix[3] * matrix[8] - matrix[5] * matrix[6])
                    + matrix[2] * (matrix[3] * matrix[7] - matrix[4] * matrix[6]);
            assertThat(determinant).isCloseTo(1, within(1e-12));
        });
    }

    @Test
    void everyAxisIsTurnedUniformlyOverTheSphere() {
        int bins = 20;
        int[][] counts = new int[9][bins];
        // Archimedes: each coordinate of a uniform direction is uniform in [-1, 1].
        forEachDraw((orientation, matrix) -> {
            for (int i = 0; i < 9; i++) {
                counts[i][(int) Math.min(bins - 1, (matrix[i] + 1) / 2 * bins)]++;
            }
        });
        for (int[] histogram : counts) {
            double[] expected = new double[bins];
            Arrays.fill(expected, (double) DRAWS / bins);
            assertThat(chiSquare(histogram, expected)).isLessThan(43.8); // 19 degrees of freedom, p = 0.001
        }
    }

    @Test
    void theAngleOfRotationFollowsTheHaarMeasure() {
        int bins = 20;
        int[] counts = new int[bins];
        forEachDraw((orientation, matrix) -> {
            double angle = 2 * Math.acos(Math.min(1, Math.abs(orientation.w())));
            counts[(int) Math.min(bins - 1, angle / Math.PI * bins)]++;
        });
        double[] expected = new double[bins];
        for (int i = 0; i < bins; i++) {
            // The density is (1 − cos θ)/π on [0, π].
            double from = Math.PI * i / bins;
            double to = Math.PI * (i + 1) / bins;
            expected[i] = DRAWS * (to - Math.sin(to) - from + Math.sin(from)) / Math.PI;
        }
        // The first bin expects under one draw; it is joined with the second.
        counts[1] += counts[0];
        expected[1] += expected[0];
        counts[0] = 0;
        expected[0] = 1e-9;
        assertThat(chiSquare(counts, expected)).isLessThan(42.4); // 18 degrees of freedom, p = 0.001
    }

    @Test
    void aQuarterTurnAboutZTakesXToY() {
        double half = Math.sqrt(0.5);
        double[] matrix = new Orientation(half, 0, 0, half).matrix();
        assertThat(new double[] {matrix[0], matrix[3], matrix[6]})
                .containsExactly(new double[] {0, 1, 0}, within(1e-12));
    }

    @Test
    void aQuaternionThatIsNotOfUnitLengthIsRefused() {
        assertThatThrownBy(() -> new Orientation(1, 1, 0, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("squared norm 2.0");
    }

    private static double chiSquare(int[] counts, double[] expected) {
        double sum = 0;
        for (int i = 0; i < counts.length; i++) {
            sum += (counts[i] - expected[i]) * (counts[i] - expected[i]) / expected[i];
        }
        return sum;
    }

    private static void forEachDraw(Check check) {
        UniformRandomProvider random = RandomSource.XO_SHI_RO_256_PP.create(7L);
        for (int i = 0; i < DRAWS; i++) {
            Orientation orientation =
                    Orientation.uniform(random.nextDouble(), random.nextDouble(), random.nextDouble());
            check.accept(orientation, orientation.matrix());
        }
    }

    private interface Check {
        void accept(Orientation orientation, double[] matrix);
    }
}
