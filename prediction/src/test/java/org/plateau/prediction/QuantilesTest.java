package org.plateau.prediction;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class QuantilesTest {
    @Test
    void theyAreLinearBetweenTheOrderStatistics() {
        double[] sorted = {1, 2, 3, 4};

        assertThat(Quantiles.of(sorted, 0)).isEqualTo(1);
        assertThat(Quantiles.of(sorted, 1)).isEqualTo(4);
        assertThat(Quantiles.of(sorted, 0.25)).isEqualTo(1.75);
    }

    @Test
    void theMedianIsOfValuesInAnyOrder() {
        double[] values = {4, 1, 3, 2};

        assertThat(Quantiles.median(values)).isEqualTo(2.5);
        assertThat(Quantiles.median(new double[] {7})).isEqualTo(7);
        assertThat(Quantiles.median(new double[0])).isNaN();
        assertThat(values).containsExactly(4, 1, 3, 2);
    }
}
