package org.plateau.diffraction;

/**
 * The scattering amplitude of a molecule on a grid of reciprocal space, read between the grid points with a cubic
 * B-spline. Immutable.
 *
 * <p>The grid holds the complex amplitude F and not |F|²: F is band-limited to the molecule's radius, |F|² to its
 * diameter, so F needs an eighth of the grid points for the same accuracy and its square cannot turn negative.
 */
public final class FourierGrid implements Scattering {
    private final double largestQ;
    private final double blur;
    private final double step;
    private final int reach;
    private final int size;
    private final float[] amplitudes;

    /**
     * Takes over the amplitudes.
     *
     * @param largestQ how long a scattering vector may be, in 1/Å
     * @param blur the B factor in Å² by which the amplitudes are damped beyond the molecule's own
     * @param step the distance of two grid points in 1/Å
     * @param reach the grid runs from −reach to reach in each direction
     * @param amplitudes B-spline coefficients, real and imaginary part, qz fastest and qx slowest
     */
    FourierGrid(double largestQ, double blur, double step, int reach, float[] amplitudes) {
        this.largestQ = largestQ;
        this.blur = blur;
        this.step = step;
        this.reach = reach;
        this.size = 2 * reach + 1;
        this.amplitudes = amplitudes;
    }

    /**
     * Transforms a molecule.
     *
     * @throws GridTooLargeException where the molecule and the detector's resolution need too large a grid
     */
    public static FourierGrid of(Molecule molecule, Detector detector) {
        return new FourierTransform(molecule.centred(), new PixelGeometry(detector).largestQ()).grid();
    }

    /** Grid points along one side. */
    public int size() {
        return size;
    }

    @Override
    public double squaredAmplitude(double qx, double qy, double qz) {
        double squaredQ = qx * qx + qy * qy + qz * qz;
        if (squaredQ > largestQ * largestQ * (1 + 1e-9)) {
            throw new IllegalArgumentException("The grid reaches to |q| = " + largestQ + " 1/Å, but was asked for ("
                    + qx + ", " + qy + ", " + qz + ")");
        }
        double x = qx / step + reach;
        double y = qy / step + reach;
        double z = qz / step + reach;
        int firstX = (int) x - 1;
        int firstY = (int) y - 1;
        int firstZ = (int) z - 1;
        double tx = x - firstX - 1;
        double ty = y - firstY - 1;
        double tz = z - firstZ - 1;
        double z0 = outer(1 - tz);
        double z1 = inner(tz);
        double z2 = inner(1 - tz);
        double z3 = outer(tz);
        double real = 0;
        double imaginary = 0;
        for (int i = 0; i < 4; i++) {
            double weightX = weight(i, tx);
            for (int j = 0; j < 4; j++) {
                double weight = weightX * weight(j, ty);
                int at = 2 * (((firstX + i) * size + firstY + j) * size + firstZ);
                real += weight
                        * (z0 * amplitudes[at]
                                + z1 * amplitudes[at + 2]
                                + z2 * amplitudes[at + 4]
                                + z3 * amplitudes[at + 6]);
                imaginary += weight
                        * (z0 * amplitudes[at + 1]
                                + z1 * amplitudes[at + 3]
                                + z2 * amplitudes[at + 5]
                                + z3 * amplitudes[at + 7]);
            }
        }
        return (real * real + imaginary * imaginary) * Math.exp(blur * squaredQ / 2);
    }

    /** The cubic B-spline's weight of the i-th of the four grid points around a place t after the second. */
    private static double weight(int i, double t) {
        return switch (i) {
            case 0 -> outer(1 - t);
            case 1 -> inner(t);
            case 2 -> inner(1 - t);
            default -> outer(t);
        };
    }

    private static double outer(double t) {
        return t * t * t / 6;
    }

    private static double inner(double t) {
        return 2.0 / 3 - t * t * (1 - t / 2);
    }
}
