package org.plateau.workflow.executor;

/** Nothing can be run: workers do not start, a dataset cannot be read, a disk is full. */
public final class ExecutorException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public ExecutorException(String message) {
        super(message);
    }

    public ExecutorException(String message, Throwable cause) {
        super(message, cause);
    }
}
