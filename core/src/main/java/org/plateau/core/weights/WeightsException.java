package org.plateau.core.weights;

/** Weights that do not fit a network, or cannot be read; the message names the tensor or file, what was found and what was expected. */
public final class WeightsException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public WeightsException(String message) {
        super(message);
    }

    public WeightsException(String message, Throwable cause) {
        super(message, cause);
    }
}
