package org.plateau.prediction.policy;

import org.plateau.core.fitness.LearningCurve;

/** What was measured at a common epoch of trainings that need not be measured at the same ones. */
final class Measured {
    private Measured() {}

    /** The first value at the epoch or after it; the last one where the training ended before; NaN of an empty curve. */
    static double at(LearningCurve curve, double epoch) {
        for (int i = 0; i < curve.size(); i++) {
            if (curve.epoch(i) >= epoch) {
                return curve.value(i);
            }
        }
        return curve.isEmpty() ? Double.NaN : curve.lastValue();
    }
}
