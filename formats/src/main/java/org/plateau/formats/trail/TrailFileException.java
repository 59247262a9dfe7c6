package org.plateau.formats.trail;

/** A record trail that cannot be read or written; the message names the file and, where there is one, the line. */
public final class TrailFileException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public TrailFileException(String message, Throwable cause) {
        super(message, cause);
    }
}
