package org.plateau.diffraction;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The scattering amplitude by its definition, F(q) = Σ f(|q|)·exp(−B·|q|²/4)·exp(−2πi·q·r) over all atoms. Exact and
 * slow: what {@link FourierGrid} is tested against.
 */
public final class DirectSum implements Scattering {
    private final Map<Element, List<Atom>> atoms;

    public DirectSum(Molecule molecule) {
        atoms = molecule.atoms().stream()
                .collect(Collectors.groupingBy(
                        Atom::element, () -> new EnumMap<>(Element.class), Collectors.toUnmodifiableList()));
    }

    @Override
    public double squaredAmplitude(double qx, double qy, double qz) {
        double squaredQ = qx * qx + qy * qy + qz * qz;
        double real = 0;
        double imaginary = 0;
        for (var group : atoms.entrySet()) {
            double formFactor = group.getKey().formFactor(squaredQ);
            for (Atom atom : group.getValue()) {
                double amplitude = formFactor * Math.exp(-atom.temperatureFactor() * squaredQ / 4);
                double phase = -2 * Math.PI * (qx * atom.x() + qy * atom.y() + qz * atom.z());
                real += amplitude * Math.cos(phase);
                imaginary += amplitude * Math.sin(phase);
            }
        }
        return real * real + imaginary * imaginary;
    }
}
