package org.plateau.core.training;

/** How a training ended, if no exception ended it. */
public sealed interface TrainingOutcome {
    /** Epochs completed, the resumed ones included. */
    int epoch();

    /** The horizon was reached. */
    record Completed(int epoch) implements TrainingOutcome {}

    /** The observer said stop. */
    record Stopped(int epoch) implements TrainingOutcome {}

    /** The loss was NaN or infinite in this epoch. */
    record Diverged(int epoch, String message) implements TrainingOutcome {}
}
