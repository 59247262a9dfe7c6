package org.plateau.core.trail;

/** How an attempt at training ended. */
public enum Ending {
    /** It reached the horizon. */
    COMPLETED,
    /** A verdict stopped it. */
    STOPPED,
    /** Its loss was no number. */
    DIVERGED,
    /** An error ended it. */
    FAILED,
    /** It was asked to leave and can be resumed. */
    INTERRUPTED
}
