package org.plateau.diffraction;

/** Hears how far a generation is. Called by one thread at a time, though not always the same one. */
@FunctionalInterface
public interface ProgressListener {
    /** A listener that does nothing. */
    ProgressListener SILENT = (done, total) -> {};

    /** So many of all patterns are written. The number only grows. */
    void progressed(int done, int total);
}
