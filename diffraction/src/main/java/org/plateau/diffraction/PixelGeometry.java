package org.plateau.diffraction;

/**
 * What each pixel of a detector sees, worked out once: its scattering vector q = (p̂ − ẑ)/λ in 1/Å and the photons it
 * counts for one electron² under one photon/µm², r₀²·P·ΔΩ.
 *
 * <p>ẑ is the beam, x runs along the rows. The beam is polarised along x, so P = 1 − p̂ₓ². ΔΩ is pixel area over
 * squared distance, times the cosine of the incidence. A pixel behind the stop has the weight 0.
 */
final class PixelGeometry {
    /** The classical electron radius in µm. */
    static final double ELECTRON_RADIUS = 2.81794e-9;

    final int size;
    final double[] qx;
    final double[] qy;
    final double[] qz;
    final double[] weight;

    PixelGeometry(Detector detector) {
        int pixels = detector.pixels();
        size = pixels * pixels;
        qx = new double[size];
        qy = new double[size];
        qz = new double[size];
        weight = new double[size];
        double middle = (pixels - 1) / 2.0;
        for (int row = 0; row < pixels; row++) {
            for (int column = 0; column < pixels; column++) {
                if (Math.hypot(row - middle, column - middle) > detector.stopRadius()) {
                    open(row * pixels + column, column - middle, row - middle, detector);
                }
            }
        }
    }

    private void open(int index, double column, double row, Detector detector) {
        double x = column * detector.pixelSize();
        double y = row * detector.pixelSize();
        double reach = Math.sqrt(x * x + y * y + detector.distance() * detector.distance());
        double incidence = detector.distance() / reach;
        qx[index] = x / reach / detector.wavelength();
        qy[index] = y / reach / detector.wavelength();
        qz[index] = (incidence - 1) / detector.wavelength();
        double solidAngle = detector.pixelSize() * detector.pixelSize() / (reach * reach) * incidence;
        double polarisation = 1 - (x / reach) * (x / reach);
        weight[index] = ELECTRON_RADIUS * ELECTRON_RADIUS * polarisation * solidAngle;
    }

    /** The length in 1/Å of the longest scattering vector of an open pixel. */
    double largestQ() {
        double largest = 0;
        for (int i = 0; i < size; i++) {
            largest = Math.max(largest, qx[i] * qx[i] + qy[i] * qy[i] + qz[i] * qz[i]);
        }
        return Math.sqrt(largest);
    }
}
