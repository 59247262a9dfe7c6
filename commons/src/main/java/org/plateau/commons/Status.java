package org.plateau.commons;

import org.plateau.core.trail.Ending;

/** What a network's latest attempt at training came to. */
public enum Status {
    /** It has not ended, as far as its trail tells. */
    TRAINING,
    COMPLETED,
    STOPPED,
    DIVERGED,
    FAILED,
    INTERRUPTED;

    static Status of(Ending ending) {
        return switch (ending) {
            case COMPLETED -> COMPLETED;
            case STOPPED -> STOPPED;
            case DIVERGED -> DIVERGED;
            case FAILED -> FAILED;
            case INTERRUPTED -> INTERRUPTED;
        };
    }
}
