package org.plateau.core.training;

import org.plateau.core.fitness.FitnessMeasure;

/**
 * How networks are trained; the same for all networks of a search.
 *
 * @param epochs the horizon: length of a full training, over which the schedule runs
 * @param batchSize images in a step
 * @param optimizer rule of the steps
 * @param schedule of the learning rate
 * @param gradientClip largest global L2 norm of a step's gradient, +∞ for no limit
 * @param fitness the measure that tells the best checkpoint, and that is predicted
 * @param retention which checkpoints stay
 */
public record TrainingConfiguration(
        int epochs,
        int batchSize,
        Optimizer optimizer,
        Schedule schedule,
        double gradientClip,
        FitnessMeasure fitness,
        Retention retention) {
    public TrainingConfiguration {
        if (epochs < 1) {
            throw new IllegalArgumentException("epochs must be ≥ 1, but was " + epochs);
        }
        if (batchSize < 1) {
            throw new IllegalArgumentException("batch-size must be ≥ 1, but was " + batchSize);
        }
        if (!(gradientClip > 0)) {
            throw new IllegalArgumentException("gradient-clip must be > 0, but was " + gradientClip);
        }
    }
}
