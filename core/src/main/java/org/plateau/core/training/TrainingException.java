package org.plateau.core.training;

/** A training that could not go on: a checkpoint that is not what it says, an engine that failed, a disk that is full. */
public final class TrainingException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public TrainingException(String message) {
        super(message);
    }

    public TrainingException(String message, Throwable cause) {
        super(message, cause);
    }
}
