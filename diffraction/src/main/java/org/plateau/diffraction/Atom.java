package org.plateau.diffraction;

/**
 * One atom of a molecule.
 *
 * @param element its element
 * @param x position in Å
 * @param y position in Å
 * @param z position in Å
 * @param temperatureFactor the isotropic B factor in Å², which damps the amplitude by exp(−B·q²/4)
 */
public record Atom(Element element, double x, double y, double z, double temperatureFactor) {
    public Atom {
        if (!(Double.isFinite(x) && Double.isFinite(y) && Double.isFinite(z))) {
            throw new IllegalArgumentException(
                    "An atom's position must be finite, but was (" + x + ", " + y + ", " + z + ")");
        }
        if (!(temperatureFactor >= 0 && temperatureFactor < 1e4)) {
            throw new IllegalArgumentException(
                    "An atom's B factor must be in [0, 10000) Å², but was " + temperatureFactor);
        }
    }

    /** The same atom moved by a vector in Å. */
    public Atom moved(double dx, double dy, double dz) {
        return new Atom(element, x + dx, y + dy, z + dz, temperatureFactor);
    }
}
