package org.plateau.diffraction;

/**
 * A flat square detector behind the molecule, its middle on the beam.
 *
 * @param pixels pixels along one side
 * @param pixelSize the side of a pixel in mm
 * @param distance from the molecule in mm
 * @param wavelength of the beam in Å
 * @param stopRadius radius of the central beam stop in pixels; a pixel is hidden where its middle is within it
 */
public record Detector(int pixels, double pixelSize, double distance, double wavelength, double stopRadius) {
    /** The side in mm of the default detector: 1016 of a pnCCD's 1024 pixels of 75 µm, read out in 127 bins. */
    public static final double SIDE = 76.2;

    /** The default distance in mm, which puts the middle of the detector's edges at a scattering angle of 30°. */
    public static final double DISTANCE = 66;

    /** The default wavelength in Å, a photon energy of 4 keV. */
    public static final double WAVELENGTH = 3.0996;

    private static final int LARGEST = 4096;
    private static final int STUDY_PIXELS = 127;
    private static final double STUDY_STOP = 16;

    public Detector {
        if (pixels < 2 || pixels > LARGEST) {
            throw new IllegalArgumentException(
                    "A detector must have 2 to " + LARGEST + " pixels a side, but had " + pixels);
        }
        requirePositive("pixel size (mm)", pixelSize);
        requirePositive("distance (mm)", distance);
        requirePositive("wavelength (Å)", wavelength);
        if (!(stopRadius >= 0 && stopRadius < pixels / 2.0)) {
            throw new IllegalArgumentException("A beam stop's radius must be at least 0 and under half of the " + pixels
                    + " pixels, but was " + stopRadius);
        }
    }

    /**
     * The default detector read out in the given number of pixels: always the same plane, wavelength and share of the
     * plane behind the stop, so that fewer pixels are coarser pixels. 127 pixels have A4NN's stop of radius 16.
     *
     * <p>The middle of an edge is at 6.0 Å resolution, a corner at 4.6 Å. At 1e14, 1e15 and 1e16 photons/µm², 127 pixels a
     * side, about 82, 745 and 4,450 pixels are lit with {@link ModelMolecule}, 83, 740 and 4,050 with closed adenylate
     * kinase (1ake), 98, 850 and 4,700 with the open one (4ake); A4NN's images have 92, 703 and 3,579.
     */
    public static Detector ofPixels(int pixels) {
        return new Detector(pixels, SIDE / pixels, DISTANCE, WAVELENGTH, STUDY_STOP * pixels / STUDY_PIXELS);
    }

    /** The resolution 1/q in Å at the middle of an edge. */
    public double edgeResolution() {
        return 1 / scatteringVector(pixels * pixelSize / 2);
    }

    /** The resolution 1/q in Å at a corner. */
    public double cornerResolution() {
        return 1 / scatteringVector(pixels * pixelSize / Math.sqrt(2));
    }

    private double scatteringVector(double offAxis) {
        return 2 * Math.sin(Math.atan(offAxis / distance) / 2) / wavelength;
    }

    private static void requirePositive(String what, double value) {
        if (!(value > 0 && Double.isFinite(value))) {
            throw new IllegalArgumentException(
                    "A detector's " + what + " must be above 0 and finite, but was " + value);
        }
    }
}
