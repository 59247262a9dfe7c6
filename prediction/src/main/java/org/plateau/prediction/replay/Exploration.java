package org.plateau.prediction.replay;

import java.util.SplittableRandom;

/**
 * Which networks are trained to the horizon whatever a rule says, so that the history is not biased by early stops. Only
 * a training that diverged is stopped nevertheless.
 */
public sealed interface Exploration {
    /** Whether the network that arrives as number {@code index}, counted from 0, is explored. */
    boolean explores(int index);

    /** Nothing is explored. */
    record None() implements Exploration {
        @Override
        public boolean explores(int index) {
            return false;
        }
    }

    /**
     * The first networks, and regular ones later.
     *
     * @param first how many at the start
     * @param every every how manyth network later, counted from the start
     */
    record Regular(int first, int every) implements Exploration {
        public Regular {
            if (first < 0 || every < 1) {
                throw new IllegalArgumentException(
                        "Exploration needs first ≥ 0 and every ≥ 1, but had %d and %d".formatted(first, every));
            }
        }

        @Override
        public boolean explores(int index) {
            return index < first || index % every == 0;
        }
    }

    /**
     * The first networks, and later ones by lot.
     *
     * @param first how many at the start
     * @param share of the later ones, in [0, 1]
     * @param seed of the lots; the same seed draws the same networks
     */
    record Random(int first, double share, long seed) implements Exploration {
        public Random {
            if (first < 0 || !(share >= 0 && share <= 1)) {
                throw new IllegalArgumentException(
                        "Exploration needs first ≥ 0 and a share in [0, 1], but had %d and %s".formatted(first, share));
            }
        }

        @Override
        public boolean explores(int index) {
            return index < first || new SplittableRandom(31 * seed + index).nextDouble() < share;
        }
    }
}
