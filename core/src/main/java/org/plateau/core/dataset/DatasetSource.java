package org.plateau.core.dataset;

import java.nio.file.Path;
import java.util.Optional;

/** Where images and their classes come from. */
public sealed interface DatasetSource {

    /**
     * IDX files (the MNIST family's format), plain or gzip.
     *
     * @param images training images
     * @param labels their classes
     * @param test the images and classes of the test split, where there are any
     */
    record Idx(Path images, Path labels, Optional<TestFiles> test) implements DatasetSource {
        /** The test split's files. */
        public record TestFiles(Path images, Path labels) {}
    }

    /**
     * A folder of PNG, JPEG or TIFF images.
     *
     * @param root searched with its sub-folders
     * @param labelling how an image's path tells its class and split
     */
    record Folder(Path root, Labelling labelling) implements DatasetSource {}

    /** How the path of an image, relative to the root and with forward slashes, tells its class. */
    sealed interface Labelling {
        /** The name of the image's own directory is its class. */
        record ByDirectory() implements Labelling {}

        /**
         * The group {@code class} of a regular expression that is found in the path is the class. Where the expression also has
         * a group {@code split} and that matches {@code testset} or {@code test}, the image belongs to the test split.
         * Images whose path does not match are left out.
         */
        record ByPattern(String pattern) implements Labelling {}
    }
}
