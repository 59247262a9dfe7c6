package org.plateau.diffraction;

/** One diffraction pattern: how the molecule was turned and how many photons each pixel counted. */
public final class Pattern {
    private final Orientation orientation;
    private final float[] photons;

    Pattern(Orientation orientation, float[] photons) {
        this.orientation = orientation;
        this.photons = photons;
    }

    public Orientation orientation() {
        return orientation;
    }

    /** The photons of each pixel, row by row. A copy. */
    public float[] photons() {
        return photons.clone();
    }

    /** All photons of the pattern. */
    public long total() {
        double sum = 0;
        for (float count : photons) {
            sum += count;
        }
        return (long) sum;
    }

    /** How many pixels counted at least one photon. */
    public int litPixels() {
        int lit = 0;
        for (float count : photons) {
            if (count > 0) {
                lit++;
            }
        }
        return lit;
    }
}
