package org.plateau.prediction.curve;

import java.util.Random;
import java.util.stream.IntStream;
import org.plateau.core.fitness.Direction;
import org.plateau.core.fitness.FitnessMeasure;
import org.plateau.core.fitness.LearningCurve;

/** Curves and measures for tests. */
final class Curves {
    static final FitnessMeasure ACCURACY = FitnessMeasure.named("val_accuracy");
    static final FitnessMeasure LOSS = FitnessMeasure.named("val_loss");
    static final FitnessMeasure SCORE = FitnessMeasure.named("val_score");
    static final FitnessMeasure PENALTY =
            new FitnessMeasure("val_penalty", Direction.MINIMIZE, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);

    private Curves() {}

    /** Values at epochs 1, 2, 3 … */
    static LearningCurve of(double... values) {
        return LearningCurve.of(
                IntStream.rangeClosed(1, values.length).asDoubleStream().toArray(), values);
    }

    /** A noisy accuracy that levels off. */
    static LearningCurve noisy(Random random, int points) {
        double end = 60 + 35 * random.nextDouble();
        double gain = 10 + 50 * random.nextDouble();
        double rate = (2 + 8 * random.nextDouble()) / points;
        return of(IntStream.rangeClosed(1, points)
                .mapToDouble(x -> end - gain * Math.exp(-rate * x) + random.nextGaussian())
                .toArray());
    }

    static LearningCurve scaled(LearningCurve curve, double factor, double offset) {
        double[] values = curve.values();
        for (int i = 0; i < values.length; i++) {
            values[i] = offset + factor * values[i];
        }
        return LearningCurve.of(curve.epochs(), values);
    }
}
