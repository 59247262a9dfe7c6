package org.plateau.core.dataset;

/** A dataset that cannot be used; the message names the file, what was found and what was expected. */
public final class DatasetException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public DatasetException(String message) {
        super(message);
    }

    public DatasetException(String message, Throwable cause) {
        super(message, cause);
    }
}
