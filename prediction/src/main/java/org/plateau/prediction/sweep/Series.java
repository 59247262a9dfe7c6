package org.plateau.prediction.sweep;

/** What of a fitness is fitted. */
public enum Series {
    /** The values as they were measured. */
    RAW,
    /** The best value so far at every epoch. */
    BEST
}
