package org.plateau.core.training;

import java.util.List;

/** How the learning rate falls from epoch to epoch. */
public sealed interface Schedule {
    /**
     * The factor on the initial learning rate during an epoch.
     *
     * @param epoch epochs completed before it, 0 for the first
     * @param horizon epochs of a full training
     */
    double factor(int epoch, int horizon);

    /** Always the initial rate. */
    record Constant() implements Schedule {
        @Override
        public double factor(int epoch, int horizon) {
            return 1;
        }
    }

    /**
     * Half a cosine from the initial rate down to {@code floor} of it at the horizon
     * (Loshchilov and Hutter 2017, arXiv 1608.03983, equation 5 without restarts).
     */
    record Cosine(double floor) implements Schedule {
        public Cosine {
            if (!(floor >= 0 && floor <= 1)) {
                throw new IllegalArgumentException("A cosine schedule's floor must be in [0, 1], but was " + floor);
            }
        }

        @Override
        public double factor(int epoch, int horizon) {
            return floor + (1 - floor) * (1 + Math.cos(Math.PI * epoch / horizon)) / 2;
        }
    }

    /** Multiplied by {@code gamma} when each of the milestones (epochs completed) is reached. */
    record Step(List<Integer> milestones, double gamma) implements Schedule {
        public Step {
            milestones = List.copyOf(milestones);
            if (!(gamma > 0 && gamma <= 1)) {
                throw new IllegalArgumentException("A step schedule's gamma must be in (0, 1], but was " + gamma);
            }
            for (int i = 0; i < milestones.size(); i++) {
                if (milestones.get(i) <= (i == 0 ? 0 : milestones.get(i - 1))) {
                    throw new IllegalArgumentException(
                            "A step schedule's milestones must be positive and increasing, but were " + milestones);
                }
            }
        }

        @Override
        public double factor(int epoch, int horizon) {
            int reached = (int) milestones.stream().filter(m -> epoch >= m).count();
            return Math.pow(gamma, reached);
        }
    }
}
