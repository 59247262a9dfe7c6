package org.plateau.diffraction;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;

/**
 * The space of one compact protein domain: middle and half axes in Å.
 */
record Ellipsoid(double x, double y, double z, double a, double b, double c) {
    /** The volume of one residue in a protein, Å³. */
    private static final double RESIDUE_VOLUME = 134;

    /** Residues are as far apart as neighbours in a chain, atoms at least as far as in a bond, Å. */
    private static final double RESIDUE_DISTANCE = 3.8;

    private static final double ATOM_DISTANCE = 1.3;

    /** How far a residue's atoms lie from its middle, Å. */
    private static final double RESIDUE_RADIUS = 3.2;

    private static final double TEMPERATURE_FACTOR = 20;

    /** Fills the space with residues at random places that keep their distance. The same seed gives the same atoms. */
    List<Atom> filled(long seed) {
        UniformRandomProvider random = RandomSource.XO_SHI_RO_256_PP.create(seed);
        long residues = Math.round(4 * Math.PI / 3 * a * b * c / RESIDUE_VOLUME);
        List<Atom> middles = new ArrayList<>();
        List<Atom> atoms = new ArrayList<>();
        while (middles.size() < residues) {
            Atom middle = farFrom(middles, RESIDUE_DISTANCE, () -> inside(random));
            middles.add(middle);
            for (Element element : AminoAcid.drawn(random.nextDouble()).atoms()) {
                atoms.add(farFrom(atoms, ATOM_DISTANCE, () -> near(middle, element, random)));
            }
        }
        return atoms;
    }

    private Atom inside(UniformRandomProvider random) {
        double[] place = inUnitBall(random);
        return new Atom(Element.C, x + a * place[0], y + b * place[1], z + c * place[2], TEMPERATURE_FACTOR);
    }

    private static Atom near(Atom middle, Element element, UniformRandomProvider random) {
        double[] place = inUnitBall(random);
        return new Atom(
                element,
                middle.x() + RESIDUE_RADIUS * place[0],
                middle.y() + RESIDUE_RADIUS * place[1],
                middle.z() + RESIDUE_RADIUS * place[2],
                TEMPERATURE_FACTOR);
    }

    private static Atom farFrom(List<Atom> others, double distance, Supplier<Atom> draw) {
        Atom atom = draw.get();
        while (!isFarFrom(others, atom, distance)) {
            atom = draw.get();
        }
        return atom;
    }

    private static boolean isFarFrom(List<Atom> others, Atom atom, double distance) {
        for (Atom other : others) {
            double dx = other.x() - atom.x();
            double dy = other.y() - atom.y();
            double dz = other.z() - atom.z();
            if (dx * dx + dy * dy + dz * dz < distance * distance) {
                return false;
            }
        }
        return true;
    }

    private static double[] inUnitBall(UniformRandomProvider random) {
        while (true) {
            double[] place = {
                random.nextDouble(-1, 1), random.nextDouble(-1, 1), random.nextDouble(-1, 1),
            };
            if (place[0] * place[0] + place[1] * place[1] + place[2] * place[2] <= 1) {
                return place;
            }
        }
    }
}
