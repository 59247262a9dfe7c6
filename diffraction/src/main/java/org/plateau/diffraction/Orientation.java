package org.plateau.diffraction;

/**
 * A rotation as a unit quaternion. It turns a scattering vector of the laboratory into the molecule's own frame (the
 * vectors are rotated, not the atoms).
 */
public record Orientation(double w, double x, double y, double z) {
    /** How far the quaternion's squared norm may be from 1. */
    private static final double TOLERANCE = 1e-9;

    public Orientation {
        double norm = w * w + x * x + y * y + z * z;
        if (!(Math.abs(norm - 1) < TOLERANCE)) {
            throw new IllegalArgumentException("An orientation must be a unit quaternion, but (" + w + ", " + x + ", "
                    + y + ", " + z + ") has the squared norm " + norm);
        }
    }

    /**
     * The orientation of three numbers in [0, 1]; uniform numbers give uniform rotations.
     *
     * <p>K. Shoemake, "Uniform random rotations", Graphics Gems III (1992), 124–132.
     */
    public static Orientation uniform(double u1, double u2, double u3) {
        double inner = Math.sqrt(1 - u1);
        double outer = Math.sqrt(u1);
        return new Orientation(
                outer * Math.cos(2 * Math.PI * u3),
                inner * Math.sin(2 * Math.PI * u2),
                inner * Math.cos(2 * Math.PI * u2),
                outer * Math.sin(2 * Math.PI * u3));
    }

    /** The rotation matrix, nine numbers row by row. */
    public double[] matrix() {
        return new double[] {
            1 - 2 * (y * y + z * z),
            2 * (x * y - z * w),
            2 * (x * z + y * w),
            2 * (x * y + z * w),
            1 - 2 * (x * x + z * z),
            2 * (y * z - x * w),
            2 * (x * z - y * w),
            2 * (y * z + x * w),
            1 - 2 * (x * x + y * y)
        };
    }
}
