package org.plateau.prediction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.hipparchus.distribution.continuous.NormalDistribution;
import org.junit.jupiter.api.Test;

class NormalTest {
    @Test
    void tailsAndDensitiesAreThoseOfAnotherImplementation() {
        NormalDistribution normal = new NormalDistribution(0, 1);
        for (double z = -9; z <= 9; z += 0.037) {
            assertThat(Normal.above(z)).isCloseTo(1 - normal.cumulativeProbability(z), within(1e-14));
            assertThat(Normal.above(z)).isCloseTo(normal.cumulativeProbability(-z), within(1e-14));
            assertThat(Normal.density(z)).isCloseTo(normal.density(z), within(1e-15));
        }
    }

    @Test
    void theFarTailIsNotRoundedToNothing() {
        assertThat(Normal.above(20) / 2.7536241186062337e-89).isCloseTo(1, within(1e-9));
        assertThat(Normal.above(40)).isZero();
        assertThat(Normal.above(-40)).isEqualTo(1);
    }

    @Test
    void theQuantilesHoldTheirShares() {
        NormalDistribution normal = new NormalDistribution(0, 1);

        assertThat(Normal.QUANTILE_80).isCloseTo(normal.inverseCumulativeProbability(0.9), within(1e-9));
        assertThat(Normal.QUANTILE_95).isCloseTo(normal.inverseCumulativeProbability(0.975), within(1e-9));
        assertThat(1 - 2 * Normal.above(Normal.QUANTILE_80)).isCloseTo(0.8, within(1e-12));
    }
}
