package org.plateau.diffraction;

import java.util.ArrayList;
import java.util.List;

/**
 * The built-in molecule: two long compact domains side by side, of which the smaller one turns on a hinge at the end of
 * their contact, so that the closed molecule is one globule and the open one a V. The same atoms every time.
 *
 * <p>It has a protein's composition (residues as often as in proteins), density (one residue in 134 Å³) and size (283
 * residues, about 2,200 atoms other than hydrogen; adenylate kinase has 214 and 1,656).
 */
public final class ModelMolecule {
    /** Changes whenever the atoms change, so that data sets made from other atoms are told apart. */
    static final String VERSION = "model-1";

    /** How far the small domain turns between closed and open, in degrees. */
    public static final double HINGE_ANGLE = 50;

    private static final Ellipsoid LARGE = new Ellipsoid(-12, 0, 0, 12, 30, 14);
    private static final long LARGE_SEED = 1;
    private static final Ellipsoid SMALL = new Ellipsoid(11, 0, 0, 11, 28, 13);
    private static final long SMALL_SEED = 2;

    /** The hinge runs along z through x = 0 and this y in Å, between the lower ends of the domains. */
    private static final double HINGE = -27;

    private ModelMolecule() {}

    /** The domains in contact. */
    public static Conformation closed() {
        return new Conformation("closed", turned(0));
    }

    /** The small domain turned away by {@link #HINGE_ANGLE}. */
    public static Conformation open() {
        return new Conformation("open", turned(HINGE_ANGLE));
    }

    /** The molecule with its small domain turned away by an angle in degrees. */
    public static Molecule turned(double degrees) {
        double cosine = Math.cos(Math.toRadians(degrees));
        double sine = Math.sin(Math.toRadians(degrees));
        List<Atom> atoms = new ArrayList<>(LARGE.filled(LARGE_SEED));
        for (Atom atom : SMALL.filled(SMALL_SEED)) {
            double x = atom.x();
            double y = atom.y() - HINGE;
            atoms.add(new Atom(
                    atom.element(),
                    cosine * x + sine * y,
                    HINGE - sine * x + cosine * y,
                    atom.z(),
                    atom.temperatureFactor()));
        }
        return new Molecule(atoms);
    }
}
