package org.plateau.prediction.function;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class ExponentialsTest {
    @Test
    void theyAreGoodToTwelveDigitsOverTheUsualRange() {
        double[] z = new double[80_001];
        Arrays.setAll(z, i -> (i - 40_000) / 1000.0);
        double[] raised = z.clone();

        Exponentials.raise(raised, z.length);

        for (int i = 0; i < z.length; i++) {
            double exact = Math.exp(z[i]);
            assertThat(raised[i]).as("e^%s", z[i]).isCloseTo(exact, Offset.offset(1e-12 * exact));
        }
    }

    @Test
    void beyondTheUsualRangeTheyAreExact() {
        double[] z = {-745, -100, 0, 100, 709, 1000, Double.NEGATIVE_INFINITY, Double.NaN};
        double[] raised = z.clone();

        Exponentials.raise(raised, z.length);

        assertThat(raised).containsExactly(Arrays.stream(z).map(Math::exp).toArray());
    }

    @Test
    void aDecayStaysWhereItIsNothing() {
        double[] z = {0, -1, -39.9, -40, -1e9, Double.NEGATIVE_INFINITY, Double.NaN};

        Exponentials.decay(z, 6);

        assertThat(z[0]).isEqualTo(1);
        assertThat(z[1]).isCloseTo(Math.exp(-1), Offset.offset(1e-13));
        assertThat(z[2]).isCloseTo(Math.exp(-39.9), Offset.offset(1e-29));
        assertThat(z[4]).isEqualTo(z[3]).isEqualTo(z[5]).isLessThan(1e-17);
        assertThat(z[6]).as("beyond the count").isNaN();
    }

    @Test
    void aGrowthAmongDecaysIsExact() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        double[] z = random.doubles(100, -700, 700).toArray();
        double[] raised = z.clone();

        Exponentials.decay(raised, z.length);

        assertThat(raised)
                .as("seed %d", seed)
                .containsExactly(Arrays.stream(z).map(Math::exp).toArray());
    }
}
