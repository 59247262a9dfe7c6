package org.plateau.diffraction;

/**
 * What is kept of a pattern once its image is written.
 *
 * @param orientation how the molecule was turned
 * @param photons all photons
 * @param litPixels pixels with at least one photon
 */
record Exposure(Orientation orientation, long photons, int litPixels) {}
