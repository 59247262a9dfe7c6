package org.plateau.diffraction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Something that scatters alike in all directions gives every pixel a known mean. */
class PhotonNoiseTest {
    private static final int SHOTS = 20_000;
    private static final Detector DETECTOR = new Detector(2, 1, 50, 2, 0);
    private static final Orientation UPRIGHT = new Orientation(1, 0, 0, 0);

    @ParameterizedTest
    @ValueSource(doubles = {0.01, 0.5, 3, 39, 41, 2_000})
    void countsHaveThePoissonMeanAndVariance(double mean) {
        double[] counts = counts(mean);
        double sum = 0;
        double squares = 0;
        for (double count : counts) {
            sum += count;
            squares += (count - mean) * (count - mean);
        }
        double n = counts.length;
        assertThat(sum / n).isCloseTo(mean, within(4 * Math.sqrt(mean / n)));
        // The fourth central moment of a Poisson variable is mean + 3·mean².
        assertThat(squares / n).isCloseTo(mean, within(4 * Math.sqrt((mean + 2 * mean * mean) / n)));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.1, 1, 5, 60})
    void countsFollowThePoissonDistribution(double mean) {
        double[] counts = counts(mean);
        int most = (int) (mean + 10 * Math.sqrt(mean) + 10);
        double[] expected = new double[most + 1];
        int[] found = new int[most + 1];
        for (double count : counts) {
            found[(int) count]++;
        }
        double logarithm = -mean;
        for (int k = 0; k <= most; k++) {
            expected[k] = counts.length * Math.exp(logarithm);
            logarithm += Math.log(mean) - Math.log(k + 1);
        }
        double chiSquare = 0;
        double rest = counts.length;
        int restFound = counts.length;
        int degrees = 0;
        for (int k = 0; k <= most; k++) {
            if (expected[k] >= 5) {
                chiSquare += Math.pow(found[k] - expected[k], 2) / expected[k];
                rest -= expected[k];
                restFound -= found[k];
                degrees++;
            }
        }
        if (rest >= 1) {
            chiSquare += Math.pow(restFound - rest, 2) / rest;
        }
        // Wilson and Hilferty's approximation of the 99.9 % point.
        double h = 2.0 / (9 * degrees);
        assertThat(chiSquare).isLessThan(degrees * Math.pow(1 - h + 3.09 * Math.sqrt(h), 3));
    }

    @Test
    void noPhotonFallsOnAPixelBehindTheStop() {
        var simulator = new PatternSimulator(new Detector(9, 1, 50, 2, 2), new Beam(1e25), (x, y, z) -> 1);
        float[] photons = simulator
                .shoot(UPRIGHT, RandomSource.XO_SHI_RO_256_PP.create(1L))
                .photons();
        for (int i = 0; i < photons.length; i++) {
            boolean hidden = Math.hypot(i % 9 - 4, i / 9 - 4) <= 2;
            assertThat(photons[i] == 0).isEqualTo(hidden);
        }
    }

    @Test
    void aBeamBeyondWhatAFloatCanCountIsRefused() {
        assertThatThrownBy(() -> simulator(2e7).shoot(UPRIGHT, RandomSource.XO_SHI_RO_256_PP.create(1L)))
                .isInstanceOf(TooManyPhotonsException.class)
                .hasMessageContaining("at most 16777216");
    }

    private static double[] counts(double mean) {
        UniformRandomProvider random = RandomSource.XO_SHI_RO_256_PP.create(42L);
        PatternSimulator simulator = simulator(mean);
        double[] counts = new double[4 * SHOTS];
        for (int shot = 0; shot < SHOTS; shot++) {
            float[] photons = simulator.shoot(UPRIGHT, random).photons();
            for (int i = 0; i < 4; i++) {
                counts[4 * shot + i] = photons[i];
            }
        }
        return counts;
    }

    /** All four pixels are equally far from the middle, so they share the mean. */
    private static PatternSimulator simulator(double mean) {
        double weight = new PixelGeometry(DETECTOR).weight[0];
        return new PatternSimulator(DETECTOR, new Beam(1e15), (x, y, z) -> mean / weight / 1e15);
    }
}
