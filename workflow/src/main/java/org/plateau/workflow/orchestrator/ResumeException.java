package org.plateau.workflow.orchestrator;

/** A run that cannot be taken up again; the message says what differs. */
public final class ResumeException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public ResumeException(String message) {
        super(message);
    }
}
