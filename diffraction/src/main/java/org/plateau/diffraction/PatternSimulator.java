package org.plateau.diffraction;

import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.PoissonSampler;

/**
 * Takes shots of a molecule: photons = I₀·r₀²·P·ΔΩ·|F(q)|² for each pixel of the detector. Immutable; several threads
 * may use one.
 */
public final class PatternSimulator {
    /** A 32-bit float counts exactly up to here. */
    static final double MOST_PHOTONS = 1 << 24;

    private final PixelGeometry geometry;
    private final Scattering scattering;
    private final Beam beam;

    public PatternSimulator(Detector detector, Beam beam, Scattering scattering) {
        this.geometry = new PixelGeometry(detector);
        this.beam = beam;
        this.scattering = scattering;
    }

    /** The expected photons in each pixel, row by row; 0 behind the beam stop. */
    public double[] expected(Orientation orientation) {
        double[] turn = orientation.matrix();
        double[] photons = new double[geometry.size];
        for (int i = 0; i < photons.length; i++) {
            if (geometry.weight[i] > 0) {
                double x = geometry.qx[i];
                double y = geometry.qy[i];
                double z = geometry.qz[i];
                photons[i] = beam.photonsPerSquareMicrometre()
                        * geometry.weight[i]
                        * scattering.squaredAmplitude(
                                turn[0] * x + turn[1] * y + turn[2] * z,
                                turn[3] * x + turn[4] * y + turn[5] * z,
                                turn[6] * x + turn[7] * y + turn[8] * z);
            }
        }
        return photons;
    }

    /**
     * One shot with photon noise: each pixel is drawn from the Poisson distribution of its expected photons.
     *
     * @throws TooManyPhotonsException where a pixel expects more photons than a 32-bit float can count
     */
    public Pattern shoot(Orientation orientation, UniformRandomProvider random) {
        double[] expected = expected(orientation);
        float[] photons = new float[expected.length];
        for (int i = 0; i < photons.length; i++) {
            if (expected[i] > MOST_PHOTONS) {
                throw new TooManyPhotonsException(expected[i], beam);
            }
            if (expected[i] > 0) {
                photons[i] = PoissonSampler.of(random, expected[i]).sample();
            }
        }
        return new Pattern(orientation, photons);
    }
}
