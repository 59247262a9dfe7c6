package org.plateau.search.pareto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CostsTest {
    @Test
    void lowerSomewhereAndNowhereHigherDominates() {
        assertThat(Costs.of(1, 2).dominates(Costs.of(1, 3))).isTrue();
        assertThat(Costs.of(1, 3).dominates(Costs.of(1, 2))).isFalse();
        assertThat(Costs.of(1, 3).dominates(Costs.of(2, 2))).isFalse();
        assertThat(Costs.of(1, 2).dominates(Costs.of(1, 2))).isFalse();
    }

    @Test
    void negativeZeroIsZero() {
        assertThat(Costs.of(-0.0)).isEqualTo(Costs.of(0.0));
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void costsThatAreNoFiniteNumbersAreRefusedAndShown(double value) {
        assertThatThrownBy(() -> Costs.of(1, value))
                .isInstanceOf(ParetoException.class)
                .hasMessage("Costs must be finite, but were [1.0, %s]", value);
    }

    @Test
    void noCostsAndCostsOfAnotherNumberAreRefused() {
        assertThatThrownBy(() -> new Costs(List.of())).hasMessageContaining("at least 1 value");
        assertThatThrownBy(() -> Costs.of(1).dominates(Costs.of(1, 2)))
                .isInstanceOf(ParetoException.class)
                .hasMessageContaining("1 and of 2 objectives");
    }
}
