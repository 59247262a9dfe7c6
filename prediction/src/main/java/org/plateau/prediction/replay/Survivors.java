package org.plateau.prediction.replay;

import org.plateau.prediction.Finalists;

/** Which of the networks that were stopped are trained on to the horizon when all others are through. */
public sealed interface Survivors {
    /** Whether the network that is reported as best was measured at the horizon. */
    boolean bestMeasured();

    /**
     * The best recorded ones.
     *
     * @param count how many of them; 0 for none
     * @param untilMeasured whether that is repeated until the {@code count} best recorded of all networks are measured
     *     ones; else the {@code count} best of those that were stopped are trained on once
     */
    record Best(int count, boolean untilMeasured) implements Survivors {
        public Best {
            if (count < 0) {
                throw new IllegalArgumentException("Survivors must be ≥ 0, but were " + count);
            }
        }

        @Override
        public boolean bestMeasured() {
            return count > 0;
        }
    }

    /** Those of which something is expected, after every forecast was made again from all that has finished. */
    record Expected(Finalists finalists) implements Survivors {
        @Override
        public boolean bestMeasured() {
            return true;
        }
    }

    /** What was stopped stays stopped. */
    static Survivors none() {
        return new Best(0, false);
    }

    /** The best of the stopped, once. */
    static Survivors once(int count) {
        return new Best(count, false);
    }

    /** The best of all, until they were all measured. */
    static Survivors measured(int count) {
        return new Best(count, true);
    }
}
