package org.plateau.diffraction;

/** What a molecule scatters in each direction. Implementations are safe for use by several threads. */
public interface Scattering {
    /** |F(q)|² in electrons², q in 1/Å in the molecule's frame. */
    double squaredAmplitude(double qx, double qy, double qz);
}
