package org.plateau.diffraction;

import java.io.Serial;
import java.nio.file.Path;

/** A structure file cannot be read, or is not what it should be. The message names the file and, if known, the line. */
public final class StructureFileException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    StructureFileException(Path file, String problem) {
        super(file + ": " + problem);
    }

    StructureFileException(Path file, String problem, Throwable cause) {
        super(file + ": " + problem, cause);
    }
}
