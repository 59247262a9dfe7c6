package org.plateau.cli;

/** Something said of a network that cannot be kept: no text, a tag of several words. */
final class WrongRemarkException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    WrongRemarkException(String message, Throwable cause) {
        super(message, cause);
    }
}
