/**
 * Simulated X-ray free-electron-laser (XFEL) diffraction patterns of a molecule in two conformations.
 *
 * <p>The way of the numbers: a {@link org.plateau.diffraction.StructureSource} gives two
 * {@linkplain org.plateau.diffraction.Conformation conformations}; for each, {@link org.plateau.diffraction.FourierGrid}
 * holds the scattering amplitude on a grid of reciprocal space; {@link org.plateau.diffraction.PatternSimulator} cuts
 * the Ewald sphere of a {@link org.plateau.diffraction.Detector} out of it at a random
 * {@link org.plateau.diffraction.Orientation}, multiplies with the {@link org.plateau.diffraction.Beam} and draws
 * photons; {@link org.plateau.diffraction.DiffractionGenerator} writes the images and their table.
 *
 * <p>Units throughout: lengths of the molecule and the wavelength in Å, scattering vectors in 1/Å, the detector in
 * millimetres, the beam in photons per square micrometre.
 */
@NullMarked
package org.plateau.diffraction;

import org.jspecify.annotations.NullMarked;
