package org.plateau.prediction.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class OrderTest {
    @Test
    void concordanceCountsPairsByBruteForce() {
        long seed = 20_261_124;
        System.out.println("OrderTest seed " + seed);
        Random random = new Random(seed);
        for (int round = 0; round < 300; round++) {
            int n = 2 + random.nextInt(20);
            double[] x = new double[n];
            double[] y = new double[n];
            for (int i = 0; i < n; i++) {
                // Few different values, so that many are tied.
                x[i] = random.nextInt(6);
                y[i] = random.nextInt(6);
            }
            int concordant = 0;
            int discordant = 0;
            for (int i = 0; i < n; i++) {
                for (int j = i + 1; j < n; j++) {
                    concordant += (x[i] < x[j] && y[i] < y[j]) || (x[i] > x[j] && y[i] > y[j]) ? 1 : 0;
                    discordant += (x[i] < x[j] && y[i] > y[j]) || (x[i] > x[j] && y[i] < y[j]) ? 1 : 0;
                }
            }

            assertThat(Order.concordance(x, y))
                    .as("seed %d", seed)
                    .isCloseTo((concordant - discordant) / (n * (n - 1) / 2.0), within(1e-12));
        }
    }

    @Test
    void theSameOrderIsOneTheOppositeMinusOneAndOneAloneNothing() {
        double[] up = {1, 2, 3, 4};
        double[] down = {4, 3, 2, 1};

        assertThat(Order.concordance(up, up)).isEqualTo(1);
        assertThat(Order.concordance(up, down)).isEqualTo(-1);
        assertThat(Order.concordance(new double[] {1}, new double[] {1})).isZero();
        assertThat(Order.concordance(new double[0], new double[0])).isZero();
    }

    @Test
    void valuesThatAreNoNumbersAreInNoOrder() {
        assertThat(Order.concordance(new double[] {1, Double.NaN, 3}, new double[] {1, 2, 3}))
                .isCloseTo(1 / 3.0, within(1e-12));
    }

    @Test
    void theRangeIsLargestMinusSmallest() {
        assertThat(Order.range(new double[] {2, -1, 5})).isEqualTo(6);
        assertThat(Order.range(new double[] {2, 2})).isZero();
    }
}
