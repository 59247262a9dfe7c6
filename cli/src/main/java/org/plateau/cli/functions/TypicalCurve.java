package org.plateau.cli.functions;

import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.plateau.core.fitness.LearningCurve;
import org.plateau.prediction.shape.CurveShape;

/**
 * What a curve of a kind looks like, in points from 0 to 100 and without noise: made up to show what a function can do,
 * not measured.
 *
 * @param shape the kind
 * @param value by the share of the horizon that has passed
 */
record TypicalCurve(CurveShape shape, DoubleUnaryOperator value) {
    /** Epochs at which it is known, evenly up to the horizon. */
    static final int POINTS = 40;

    /** A curve of a measure that is maximised; of a loss where the kind speaks of one. */
    static TypicalCurve of(CurveShape shape) {
        return new TypicalCurve(
                shape,
                switch (shape) {
                    case LEARNING, NOISY -> t -> 90 - 60 * Math.exp(-7 * t);
                    case DELAYED -> t -> 10 + 82 / (1 + Math.exp(-25 * (t - 0.35)));
                    case NEVER_LEARNS -> t -> 50;
                    case DIVERGED -> t -> 10 * Math.exp(2.2 * t);
                    case COLLAPSED -> t -> 50 + 35 / (1 + Math.exp(60 * (t - 0.6)));
                    case OVERFITTING -> t -> 50 + 44 * (1 - Math.exp(-14 * t)) - 40 * (1 - Math.exp(-0.8 * t));
                    case STEPPED ->
                        t -> 30 + 40 * (1 - Math.exp(-12 * t)) + 15 * (1 - Math.exp(-12 * Math.max(0, t - 0.5)));
                });
    }

    /** The same of a loss. */
    TypicalCurve falling() {
        return new TypicalCurve(shape, t -> 100 - value.applyAsDouble(t));
    }

    LearningCurve upTo(double horizon) {
        double[] epochs = IntStream.rangeClosed(1, POINTS)
                .mapToDouble(i -> horizon * i / POINTS)
                .toArray();
        double[] values = IntStream.rangeClosed(1, POINTS)
                .mapToDouble(i -> value.applyAsDouble(i / (double) POINTS))
                .toArray();
        return LearningCurve.of(epochs, values);
    }
}
