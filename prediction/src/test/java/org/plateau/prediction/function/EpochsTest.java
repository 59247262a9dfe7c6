package org.plateau.prediction.function;

import static org.assertj.core.api.Assertions.assertThat;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class EpochsTest {
    @Test
    void tablesKeepTheirRowsAndAnswerEveryNumberWithItsOwn() {
        Epochs epochs = Epochs.of(1, 2, 5).tabulated();

        for (int round = 0; round < 3; round++) {
            for (int i = -100; i <= 100; i++) {
                double number = i / 25.0;
                assertThat(epochs.powers(number)[2]).isCloseTo(Math.pow(5, number), Offset.offset(1e-11));
                assertThat(epochs.decays(number)[1]).isCloseTo(Math.exp(-2 * number), Offset.offset(1e-11));
                assertThat(epochs.shiftedLogarithms(number + 6)[0])
                        .isCloseTo(Math.log(7 + number), Offset.offset(1e-14));
            }
        }
        double[] row = epochs.decays(0.5);
        epochs.decays(0.7);
        assertThat(epochs.decays(0.5)).isSameAs(row);
    }

    @Test
    void withoutTablesTwoRowsAreGoodTogether() {
        Epochs epochs = Epochs.of(1, 2, 5);

        double[] slow = epochs.decays(0.1);
        double[] fast = epochs.decays(2);

        assertThat(slow[0]).isCloseTo(Math.exp(-0.1), Offset.offset(1e-15));
        assertThat(fast[0]).isCloseTo(Math.exp(-2), Offset.offset(1e-15));
        assertThat(epochs.size()).isEqualTo(3);
        assertThat(epochs.at(2)).isEqualTo(5);
        assertThat(Epochs.of(0).logarithm(0)).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(Epochs.of(0).powers(0)).containsExactly(1);
    }
}
