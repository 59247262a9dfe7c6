package org.plateau.commons;

/** A data commons that cannot be opened, read or written; the message names the file and says what to do where it can. */
public final class CommonsException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public CommonsException(String message) {
        super(message);
    }

    public CommonsException(String message, Throwable cause) {
        super(message, cause);
    }
}
