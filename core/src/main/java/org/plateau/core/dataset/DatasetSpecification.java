package org.plateau.core.dataset;

/**
 * What a trainer needs to load a dataset.
 *
 * @param name how people call it
 * @param source its files
 * @param split how they are dealt out
 * @param transform applied to each pixel before normalisation
 */
public record DatasetSpecification(String name, DatasetSource source, Split split, PixelTransform transform) {
    /** A function of one pixel; every dataset is afterwards normalised to mean 0 and spread 1 of its training split. */
    public enum PixelTransform {
        /** The value as it is in the file. */
        NONE,
        /** ln(1 + value), for photon counts. */
        LOG1P
    }
}
