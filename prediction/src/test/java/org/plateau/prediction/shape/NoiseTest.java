package org.plateau.prediction.shape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NoiseTest {
    @ParameterizedTest
    @ValueSource(doubles = {0.1, 1, 5})
    void theDeviationAroundARiseIsFoundWhateverTheEpochs(double deviation) {
        long seed = 11;
        Random random = new Random(seed);
        double[] x = new double[2000];
        double[] y = new double[2000];
        for (int i = 0; i < x.length; i++) {
            x[i] = i == 0 ? 1 : x[i - 1] + 0.1 + random.nextDouble();
            y[i] = 90 - 80 * Math.exp(-0.01 * x[i]) + deviation * random.nextGaussian();
        }

        assertThat(Noise.of(x, y)).as("seed %d", seed).isCloseTo(deviation, within(0.08 * deviation));
    }

    @Test
    void aJumpAndASpikeAreNoNoise() {
        double[] x = new double[20];
        double[] y = new double[20];
        for (int i = 0; i < x.length; i++) {
            x[i] = i;
            y[i] = i < 10 ? 20 : 60;
        }
        y[4] = 90;

        assertThat(Noise.of(x, y)).isZero();
    }

    @Test
    void twoPointsHaveNone() {
        assertThat(Noise.of(new double[] {1, 2}, new double[] {5, 9})).isZero();
    }
}
