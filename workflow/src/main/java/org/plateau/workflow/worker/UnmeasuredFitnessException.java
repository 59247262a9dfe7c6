package org.plateau.workflow.worker;

/** A fitness measure that the trainer does not record; the message names it and those that it does. */
public final class UnmeasuredFitnessException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public UnmeasuredFitnessException(String message) {
        super(message);
    }
}
