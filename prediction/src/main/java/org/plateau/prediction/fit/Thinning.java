package org.plateau.prediction.fit;

import org.plateau.core.fitness.LearningCurve;

/** Keeps fits cheap on curves of very many points. */
public final class Thinning {
    private Thinning() {}

    /** The curve itself if it has no more than {@code limit} points, else evenly spaced ones of them, the last included. */
    public static LearningCurve of(LearningCurve curve, int limit) {
        if (curve.size() <= limit) {
            return curve;
        }
        double[] epochs = new double[limit];
        double[] values = new double[limit];
        for (int i = 0; i < limit; i++) {
            int index = (int) ((long) (i + 1) * curve.size() / limit) - 1;
            epochs[i] = curve.epoch(index);
            values[i] = curve.value(index);
        }
        return LearningCurve.of(epochs, values);
    }
}
