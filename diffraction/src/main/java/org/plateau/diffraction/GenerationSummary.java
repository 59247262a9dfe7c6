package org.plateau.diffraction;

/**
 * What a generation did.
 *
 * @param patterns images in the data set
 * @param meanLitPixels pixels with at least one photon, mean over the images
 * @param meanPhotons photons outside the beam stop, mean over the images
 * @param seconds what the call took
 * @param alreadyThere whether the folder held this very data set before, and nothing was written
 */
public record GenerationSummary(
        int patterns, double meanLitPixels, double meanPhotons, double seconds, boolean alreadyThere) {}
