package org.plateau.training.pytorch;

import org.plateau.core.fitness.Direction;

/**
 * How far a training is.
 *
 * @param epoch epochs completed
 * @param bestEpoch the epoch whose fitness is best, 0 before there is one
 * @param best that fitness, NaN before there is one
 */
record Progress(int epoch, int bestEpoch, double best) {
    /** Before the first epoch. */
    static final Progress NONE = new Progress(0, 0, Double.NaN);

    /** One more epoch with this fitness. */
    Progress next(double fitness, Direction direction) {
        return direction.better(fitness, best)
                ? new Progress(epoch + 1, epoch + 1, fitness)
                : new Progress(epoch + 1, bestEpoch, best);
    }
}
