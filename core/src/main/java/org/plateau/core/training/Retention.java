package org.plateau.core.training;

/** Which epochs' checkpoints stay on disk. The last one always does, since resuming needs it. */
public sealed interface Retention {
    /** The last only. */
    record Last() implements Retention {}

    /** The last, and the one with the best fitness. */
    record Best() implements Retention {}

    /** The last, and every n-th epoch. */
    record Every(int epochs) implements Retention {
        public Every {
            if (epochs < 1) {
                throw new IllegalArgumentException("Checkpoints are kept every n ≥ 1 epochs, but n was " + epochs);
            }
        }
    }

    /** All of them. */
    record All() implements Retention {}
}
