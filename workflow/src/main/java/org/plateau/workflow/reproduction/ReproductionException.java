package org.plateau.workflow.reproduction;

/** A training that cannot be done again; the message says what is missing or different. */
public final class ReproductionException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public ReproductionException(String message) {
        super(message);
    }
}
