package org.plateau.workflow.orchestrator;

/** An objective that trainings do not record; the message names it and what they do. */
public final class UnknownObjectiveException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public UnknownObjectiveException(String message) {
        super(message);
    }
}
