package org.plateau.training.dataset;

import java.util.List;
import org.plateau.core.architecture.Shape;

/** Labelled images on disk. Reading is safe from several threads. */
interface ImageCollection {
    /** Shape of every image. */
    Shape.Image shape();

    /** Names of the classes, in the order of their numbers. */
    List<String> classes();

    /** Class of every image, in an order that depends on content and names only. */
    int[] labels();

    /** Index of the first image of the source's own test split; the number of images where it has none. */
    int testBegin();

    /** What to call an image in a message. */
    String name(int image);

    /**
     * Reads the pixels of an image, channel by channel and row by row, as the values that are in the file.
     *
     * @throws org.plateau.core.dataset.DatasetException if it cannot be read or has another shape
     */
    float[] read(int image);
}
