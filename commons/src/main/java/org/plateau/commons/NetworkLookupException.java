package org.plateau.commons;

/** An id or the beginning of one that does not name exactly one network; the message names the candidates. */
public final class NetworkLookupException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public NetworkLookupException(String message) {
        super(message);
    }
}
