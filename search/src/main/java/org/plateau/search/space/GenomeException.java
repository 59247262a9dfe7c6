package org.plateau.search.space;

/** A text or a value that is no genome of its search space; the message shows it and says what was expected. */
public final class GenomeException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public GenomeException(String message) {
        super(message);
    }
}
