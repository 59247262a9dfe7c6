package org.plateau.diffraction;

import java.util.ArrayList;
import java.util.List;

/**
 * The built-in molecule: two compact domains side by side, of which the smaller one turns on a hinge at the rim of their
 * contact, as in adenylate kinase. The same atoms every time.
 *
 * <p>It has a protein's composition (residues as often as in proteins), density (one residue in 134 Å³) and size (250
 * residues, about 1,950 atoms other than hydrogen).
 */
public final class ModelMolecule {
    /** Changes whenever the atoms change, so that data sets made from other atoms are told apart. */
    static final String VERSION = "model-1";

    /** How far the small domain turns between closed and open, in degrees. */
    public static final double HINGE_ANGLE = 45;

    private static final long SEED = 20_231_107L;
    private static final Ellipsoid LARGE = new Ellipsoid(-17.5, 0, 0, 17, 20, 15.5);
    private static final Ellipsoid SMALL = new Ellipsoid(14.5, 0, 0, 14, 17, 14.5);

    /** The hinge runs along z through this point, at the lower rim of the contact at x = 0. */
    private static final double HINGE_X = 0;

    private static final double HINGE_Y = -12;

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
        List<Atom> atoms = new ArrayList<>(LARGE.filled(SEED));
        double cosine = Math.cos(Math.toRadians(-degrees));
        double sine = Math.sin(Math.toRadians(-degrees));
        for (Atom atom : SMALL.filled(SEED + 1)) {
            double x = atom.x() - HINGE_X;
            double y = atom.y() - HINGE_Y;
            atoms.add(new Atom(
                    atom.element(),
                    HINGE_X + cosine * x - sine * y,
                    HINGE_Y + sine * x + cosine * y,
                    atom.z(),
                    atom.temperatureFactor()));
        }
        return new Molecule(atoms);
    }
}
