package org.plateau.diffraction;

import java.nio.file.Path;

/**
 * What to generate.
 *
 * @param structures where the two conformations come from
 * @param detector the detector; {@link Detector#ofPixels} gives the default one
 * @param beam the beam
 * @param trainPerClass training patterns of each conformation, at least 1
 * @param testPerClass test patterns of each conformation, at least 0
 * @param seed of orientations and noise; the same seed gives the same files, whatever the number of threads
 * @param threads how many threads make patterns, at least 1
 * @param folder where the data set goes
 */
public record DiffractionSettings(
        StructureSource structures,
        Detector detector,
        Beam beam,
        int trainPerClass,
        int testPerClass,
        long seed,
        int threads,
        Path folder) {
    public DiffractionSettings {
        requireAtLeast(1, trainPerClass, "training patterns per class");
        requireAtLeast(0, testPerClass, "test patterns per class");
        requireAtLeast(1, threads, "threads");
        if ((long) trainPerClass + testPerClass > 10_000_000) {
            throw new IllegalArgumentException("At most 10000000 patterns per class can be made, but "
                    + ((long) trainPerClass + testPerClass) + " were asked for");
        }
    }

    /** All patterns of both classes and sets. */
    public int patterns() {
        return 2 * (trainPerClass + testPerClass);
    }

    private static void requireAtLeast(int least, int value, String what) {
        if (value < least) {
            throw new IllegalArgumentException(
                    "The number of " + what + " must be at least " + least + ", but was " + value);
        }
    }
}
