package org.plateau.core.weights;

import java.nio.file.Path;

/** Keeps files of weights, known by what is in them. The port between the workflow and the data commons. */
public interface WeightStore {
    /**
     * Keeps a file. One whose content is there already changes nothing.
     *
     * @param file a checkpoint; it may be deleted afterwards, but not changed
     * @param hash SHA-256 of its content, in hexadecimal
     * @return whether it was new
     */
    boolean keep(Path file, String hash);
}
