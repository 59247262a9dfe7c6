package org.plateau.prediction.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class KendallTauTest {
    @Test
    void itIsWhatCountingAllPairsGives() {
        long seed = System.nanoTime();
        System.out.println("KendallTauTest seed " + seed);
        Random random = new Random(seed);
        for (int round = 0; round < 500; round++) {
            int size = random.nextInt(40);
            int values = 1 + random.nextInt(30);
            double[] x = random.doubles(size).map(v -> Math.floor(v * values)).toArray();
            double[] y = random.doubles(size).map(v -> Math.floor(v * values)).toArray();
            double expected = counted(x, y);
            if (Double.isNaN(expected)) {
                assertThat(KendallTau.of(x, y)).isNaN();
            } else {
                assertThat(KendallTau.of(x, y)).isCloseTo(expected, within(1e-12));
            }
        }
    }

    private static double counted(double[] x, double[] y) {
        double concordance = 0;
        double untiedX = 0;
        double untiedY = 0;
        for (int i = 0; i < x.length; i++) {
            for (int j = 0; j < i; j++) {
                concordance += Math.signum(x[i] - x[j]) * Math.signum(y[i] - y[j]);
                untiedX += x[i] != x[j] ? 1 : 0;
                untiedY += y[i] != y[j] ? 1 : 0;
            }
        }
        return untiedX == 0 || untiedY == 0 ? Double.NaN : concordance / Math.sqrt(untiedX * untiedY);
    }

    @Test
    void equalOrdersGiveExactlyOneAndReversedOnesMinusOne() {
        double[] up = {1, 2, 3, 4, 5, 6, 7};
        double[] down = {7, 6, 5, 4, 3, 2, 1};

        assertThat(KendallTau.of(up, up)).isEqualTo(1);
        assertThat(KendallTau.of(up, down)).isEqualTo(-1);
    }

    @Test
    void bothZerosAreEqual() {
        assertThat(KendallTau.of(new double[] {0.0, -0.0, 1}, new double[] {2, 1, 3}))
                .isCloseTo(counted(new double[] {0, 0, 1}, new double[] {2, 1, 3}), within(1e-12));
    }

    @Test
    void samplesOfDifferentLengthAreRefused() {
        assertThatThrownBy(() -> KendallTau.of(new double[2], new double[3]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Two samples need equal lengths, but had 2 and 3");
    }
}
