package org.plateau.core.trail;

/** The same network, attempt and sequence with other content; the message shows both. */
public final class TrailConflictException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public TrailConflictException(String message) {
        super(message);
    }
}
