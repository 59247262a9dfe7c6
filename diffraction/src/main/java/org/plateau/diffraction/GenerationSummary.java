package org.plateau.diffraction;

/**
 * What a generation did.
 *
 * @param patterns images in the data set
 * @param meanLitPixels pixels with at least one photon, mean over the images
 * @param meanPhotons photons outside the beam stop, mean over the images
 * @param preparationSeconds what reading the structures and making the grids took
 * @param seconds what the whole call took, preparation included
 * @param alreadyThere whether the folder held this very data set before, and nothing was written
 */
public record GenerationSummary(
        int patterns,
        double meanLitPixels,
        double meanPhotons,
        double preparationSeconds,
        double seconds,
        boolean alreadyThere) {}
