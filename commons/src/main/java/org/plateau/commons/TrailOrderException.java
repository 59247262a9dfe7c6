package org.plateau.commons;

/** Entries that do not continue the trail they belong to; the message says which one was expected. */
public final class TrailOrderException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public TrailOrderException(String message) {
        super(message);
    }
}
