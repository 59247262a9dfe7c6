package org.plateau.formats.curves;

import java.nio.file.Path;

/** A file of learning curves cannot be read as such; the message names file, line, field, value and what was expected. */
public class CurveFileException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String file;
    private final long line;

    /**
     * @param file that was read
     * @param line where, 1 is the first, 0 the file as a whole
     * @param problem what is wrong there
     */
    public CurveFileException(Path file, long line, String problem) {
        super(line > 0 ? "%s, line %d: %s".formatted(file, line, problem) : "%s: %s".formatted(file, problem));
        this.file = file.toString();
        this.line = line;
    }

    /** The file that was read. */
    public String file() {
        return file;
    }

    /** The line where, counted from 1; 0 for the file as a whole. */
    public long line() {
        return line;
    }
}
