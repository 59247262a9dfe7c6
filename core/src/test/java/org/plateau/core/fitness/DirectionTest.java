package org.plateau.core.fitness;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DirectionTest {
    @Test
    void moreIsBetterWhereItIsMaximisedAndLessWhereItIsMinimised() {
        assertThat(Direction.MAXIMIZE.better(2, 1)).isTrue();
        assertThat(Direction.MAXIMIZE.better(1, 2)).isFalse();
        assertThat(Direction.MINIMIZE.better(1, 2)).isTrue();
        assertThat(Direction.MINIMIZE.better(2, 1)).isFalse();
        assertThat(Direction.MAXIMIZE.best(1, 2)).isEqualTo(2);
        assertThat(Direction.MINIMIZE.best(1, 2)).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource
    void anEqualValueIsNotBetter(Direction direction) {
        assertThat(direction.better(1, 1)).isFalse();
        assertThat(direction.better(Double.NaN, Double.NaN)).isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void anyNumberIsBetterThanNoNumber(Direction direction) {
        for (double value : new double[] {0, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY}) {
            assertThat(direction.better(value, Double.NaN)).isTrue();
            assertThat(direction.better(Double.NaN, value)).isFalse();
            assertThat(direction.best(Double.NaN, value)).isEqualTo(value);
            assertThat(direction.best(value, Double.NaN)).isEqualTo(value);
        }
    }

    @ParameterizedTest
    @EnumSource
    void theBetterValueHasTheLowerCost(Direction direction) {
        double[] values = {-3, 0, 2.5, 99};
        for (double first : values) {
            for (double second : values) {
                assertThat(direction.asCost(first) < direction.asCost(second))
                        .isEqualTo(direction.better(first, second));
            }
        }
    }
}
