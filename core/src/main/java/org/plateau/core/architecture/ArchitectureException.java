package org.plateau.core.architecture;

/** A graph that cannot be a network: a wrong size, a wrong number of inputs, a name that is unknown or used twice. */
public final class ArchitectureException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public ArchitectureException(String message) {
        super(message);
    }
}
