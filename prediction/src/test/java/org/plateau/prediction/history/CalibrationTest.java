package org.plateau.prediction.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.plateau.prediction.Normal;

class CalibrationTest {
    @Test
    void normalResidualsAreHeldAboutAsOftenAsPromised() {
        // Always the same draws: a share of so many lies outside of these bounds by chance now and then.
        long seed = 20_261_124;
        System.out.println("CalibrationTest seed " + seed);
        Random random = new Random(seed);
        int held80 = 0;
        int held95 = 0;
        int count = 3000;
        for (int round = 0; round < count; round++) {
            double[][] rows = rows(random, 30);
            double[] sizes = new double[30];
            for (int i = 0; i < sizes.length; i++) {
                sizes[i] = Math.abs(random.nextGaussian());
            }
            Calibration calibration = new Calibration(new Alike(Columns.of(rows, 30)), sizes);
            double next =
                    Math.abs(random.nextGaussian()) / calibration.difficulty(new double[] {random.nextGaussian()});
            held80 += next <= calibration.quantile80() ? 1 : 0;
            held95 += next <= calibration.quantile95() ? 1 : 0;
        }

        // A little more is held, since the experts of a model have seen what they are judged by.
        assertThat(held80 / (double) count).isBetween(0.78, 0.88);
        assertThat(held95 / (double) count).isBetween(0.93, 0.99);
    }

    @Test
    void placesAmongLargeResidualsAreMoreDifficult() {
        double[][] rows = new double[40][1];
        double[] sizes = new double[40];
        for (int i = 0; i < 40; i++) {
            rows[i][0] = i;
            sizes[i] = i < 20 ? 0.1 : 2;
        }
        Calibration calibration = new Calibration(new Alike(Columns.of(rows, 40)), sizes);
        double[] easy = calibrationRow(rows, 3);
        double[] hard = calibrationRow(rows, 36);

        // The ten nearest and twice the mean of 1.05, over twelve of it.
        assertThat(calibration.difficulty(easy)).isCloseTo((10 * 0.1 + 2 * 1.05) / (12 * 1.05), within(1e-12));
        assertThat(calibration.difficulty(hard)).isCloseTo((10 * 2 + 2 * 1.05) / (12 * 1.05), within(1e-12));
    }

    private static double[] calibrationRow(double[][] rows, int i) {
        return Columns.of(rows, rows.length).rows()[i];
    }

    @Test
    void theQuantileIsHalfWayToTheNormalOneWithTenAndFollowsTheResidualsWithMany() {
        double[] sizes = new double[10];
        Arrays.fill(sizes, 3);
        Calibration ten = new Calibration(new Alike(Columns.of(rows(new Random(1), 10), 10)), sizes);
        assertThat(ten.quantile80()).isCloseTo((3 + Normal.QUANTILE_80) / 2, within(1e-12));
        assertThat(ten.quantile95()).isCloseTo((3 + Normal.QUANTILE_95) / 2, within(1e-12));

        double[] many = new double[1000];
        Arrays.fill(many, 3);
        assertThat(new Calibration(new Alike(Columns.of(rows(new Random(1), 1000), 1000)), many).quantile80())
                .isCloseTo(3, within(0.02));
    }

    @Test
    void theWiderIntervalIsNeverNarrowerAndNothingIsDividedByNothing() {
        Random random = new Random(2);
        for (int n = 2; n < 40; n++) {
            double[] sizes = new double[n];
            Calibration exact = new Calibration(new Alike(Columns.of(rows(random, n), n)), sizes);
            assertThat(exact.quantile80()).isFinite().isPositive();
            assertThat(exact.difficulty(new double[] {0})).isFinite().isPositive();
            for (int i = 0; i < n; i++) {
                sizes[i] = Math.exp(3 * random.nextGaussian());
            }
            Calibration wild = new Calibration(new Alike(Columns.of(rows(random, n), n)), sizes);
            assertThat(wild.quantile95()).isFinite().isGreaterThanOrEqualTo(wild.quantile80());
        }
    }

    private static double[][] rows(Random random, int n) {
        double[][] rows = new double[n][1];
        for (double[] row : rows) {
            row[0] = random.nextGaussian();
        }
        return rows;
    }
}
