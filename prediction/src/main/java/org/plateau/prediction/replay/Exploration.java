package org.plateau.prediction.replay;

import java.util.SplittableRandom;
import org.plateau.prediction.ExplorationSettings;
import org.plateau.prediction.Forecast;

/**
 * Which networks are trained to the horizon whatever a rule says, so that the history is not biased by early stops. Only
 * a training that diverged is stopped nevertheless.
 */
public sealed interface Exploration {
    /**
     * Whether a network goes on although a rule would stop it.
     *
     * @param index of the network in order of arrival, from 0
     * @param explored how many before it, the {@link #first()} ones apart, went on like that
     * @param forecast on which the rule stands
     */
    boolean explores(int index, int explored, Forecast forecast);

    /** How many networks at the start are explored without counting. */
    default int first() {
        return 0;
    }

    /** Nothing is explored. */
    record None() implements Exploration {
        @Override
        public boolean explores(int index, int explored, Forecast forecast) {
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
        public boolean explores(int index, int explored, Forecast forecast) {
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
        public boolean explores(int index, int explored, Forecast forecast) {
            return index < first || new SplittableRandom(31 * seed + index).nextDouble() < share;
        }
    }

    /** As searches explore: the first ones, and later those that are unlike what has finished. */
    record Novel(ExplorationSettings settings) implements Exploration {
        @Override
        public boolean explores(int index, int explored, Forecast forecast) {
            return settings.continues(settings.grant(index, explored), forecast);
        }

        @Override
        public int first() {
            return settings.first();
        }
    }
}
