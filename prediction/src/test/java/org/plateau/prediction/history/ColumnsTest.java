package org.plateau.prediction.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ColumnsTest {
    private static final double NAN = Double.NaN;

    @Test
    void theFirstRowsHaveMeanZeroAndDeviationOne() {
        long seed = 20_261_124;
        System.out.println("ColumnsTest seed " + seed);
        Random random = new Random(seed);
        double[][] rows = new double[15][5];
        for (double[] row : rows) {
            for (int i = 0; i < row.length; i++) {
                row[i] = Math.pow(10, i) * (i + random.nextGaussian());
            }
        }

        Columns columns = Columns.of(rows, 10);

        assertThat(columns.rows()).hasDimensions(15, 5);
        for (int column = 0; column < 5; column++) {
            int at = column;
            double[] first = IntStream.range(0, 10)
                    .mapToDouble(i -> columns.rows()[i][at])
                    .toArray();
            assertThat(IntStream.range(0, 10).mapToDouble(i -> first[i]).sum()).isCloseTo(0, within(1e-9));
            assertThat(IntStream.range(0, 10)
                            .mapToDouble(i -> first[i] * first[i])
                            .sum())
                    .isCloseTo(10, within(1e-9));
            double place = (rows[12][column] - columns.mean()[column]) / columns.scale()[column];
            assertThat(columns.rows()[12][column]).isCloseTo(Math.min(4, Math.max(-4, place)), within(1e-12));
        }
    }

    @Test
    void columnsThatNeverDifferAreLeftOut() {
        double[][] rows = {{1, 5, 0}, {2, 5, 1e-12}, {3, 5, 0}};

        Columns columns = Columns.of(rows, 3);

        assertThat(columns.kept()).containsExactly(0);
        assertThat(columns.standardised(new double[] {2, 99, 99})).containsExactly(0);
        assertThat(Columns.of(new double[][] {{7, NAN}, {7, NAN}}, 2).kept()).isEmpty();
        assertThat(Columns.of(new double[][] {{}, {}}, 2).kept()).isEmpty();
    }

    @Test
    void whatIsNoNumberCountsAsTheWorstOfItsColumn() {
        Columns columns = Columns.of(new double[][] {{1}, {3}, {NAN}, {Double.POSITIVE_INFINITY}}, 4);
        Columns finite = Columns.of(new double[][] {{1}, {3}, {3}, {3}}, 4);

        assertThat(columns.mean()).isEqualTo(finite.mean());
        assertThat(columns.scale()).isEqualTo(finite.scale());
        assertThat(columns.rows()[2]).containsExactly(4);
        assertThat(columns.standardised(new double[] {NAN})).containsExactly(4);
    }

    @Test
    void nothingIsFartherThanFourDeviations() {
        Columns columns = Columns.of(new double[][] {{-1}, {1}}, 2);

        assertThat(columns.standardised(new double[] {3})).containsExactly(3);
        assertThat(columns.standardised(new double[] {1e300})).containsExactly(4);
        assertThat(columns.standardised(new double[] {-1e300})).containsExactly(-4);
    }

    @Test
    void productsAndDifferencesAreMeans() {
        double[] one = {1, 2, -3};
        double[] other = {2, 0, 1};

        assertThat(Columns.product(one, other)).isCloseTo((2 + 0 - 3) / 3.0, within(1e-12));
        assertThat(Columns.difference(one, other)).isCloseTo((1 + 4 + 16) / 3.0, within(1e-12));
        assertThat(Columns.product(new double[0], new double[0])).isZero();
        assertThat(Columns.difference(new double[0], new double[0])).isZero();
    }
}
