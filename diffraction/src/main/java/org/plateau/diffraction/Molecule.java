package org.plateau.diffraction;

import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * A rigid set of atoms.
 *
 * @param atoms at least one atom, positions in Å
 */
public record Molecule(List<Atom> atoms) {
    public Molecule {
        atoms = List.copyOf(atoms);
        if (atoms.isEmpty()) {
            throw new IllegalArgumentException("A molecule must have at least one atom, but had none");
        }
    }

    /** The same molecule with the middle of its bounding box at the origin. Its pattern is the same. */
    public Molecule centred() {
        double dx = middle(Atom::x);
        double dy = middle(Atom::y);
        double dz = middle(Atom::z);
        return new Molecule(
                atoms.stream().map(atom -> atom.moved(-dx, -dy, -dz)).toList());
    }

    /** The distance in Å from the origin to the farthest atom. */
    public double radius() {
        return atoms.stream()
                .mapToDouble(atom -> Math.sqrt(atom.x() * atom.x() + atom.y() * atom.y() + atom.z() * atom.z()))
                .max()
                .orElseThrow();
    }

    private double middle(ToDoubleFunction<Atom> coordinate) {
        var range = atoms.stream().mapToDouble(coordinate).summaryStatistics();
        return (range.getMin() + range.getMax()) / 2;
    }
}
