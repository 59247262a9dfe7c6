package org.plateau.prediction.shape;

import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.plateau.core.fitness.Direction;
import org.plateau.core.fitness.FitnessMeasure;
import org.plateau.core.fitness.LearningCurve;
import org.plateau.prediction.function.FunctionIndex;
import org.plateau.prediction.function.ParametricFunction;

/**
 * Curves drawn by formulas of the index, in percent, with normal noise.
 *
 * @param shape that they are to have
 * @param noise its deviation
 * @param value by the epoch, of a horizon of {@link #HORIZON}
 */
record Drawn(CurveShape shape, double noise, DoubleUnaryOperator value) {
    static final int HORIZON = 40;

    /** A function of the index with these parameters. */
    static Drawn by(CurveShape shape, double noise, String name, double... parameters) {
        ParametricFunction function = FunctionIndex.standard().named(name);
        return new Drawn(shape, noise, x -> function.value(parameters, x));
    }

    /** One of an accuracy. */
    LearningCurve curve(Random random) {
        double[] epochs = IntStream.rangeClosed(1, HORIZON).asDoubleStream().toArray();
        double[] values = IntStream.rangeClosed(1, HORIZON)
                .mapToDouble(i -> Math.min(100, Math.max(0, value.applyAsDouble(i) + noise * random.nextGaussian())))
                .toArray();
        return LearningCurve.of(epochs, values);
    }

    /** The same with each value v as a + b·v. */
    static LearningCurve laid(LearningCurve curve, double a, double b) {
        double[] values = curve.values();
        for (int i = 0; i < values.length; i++) {
            values[i] = a + b * values[i];
        }
        return LearningCurve.of(curve.epochs(), values);
    }

    /** A measure without ends. */
    static FitnessMeasure endless(Direction direction) {
        return new FitnessMeasure("val_charm", direction, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
    }
}
