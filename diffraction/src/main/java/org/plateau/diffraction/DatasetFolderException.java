package org.plateau.diffraction;

import java.io.IOException;
import java.io.Serial;
import java.nio.file.Path;

/** The data set's folder cannot be written, or holds something else. The message names the path. */
public final class DatasetFolderException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    DatasetFolderException(Path path, String problem) {
        super(path + ": " + problem);
    }

    DatasetFolderException(Path path, String problem, IOException cause) {
        super(path + ": " + problem + " (" + cause + ")", cause);
    }
}
