package org.plateau.commons;

import java.nio.ByteBuffer;
import java.util.Optional;
import org.plateau.core.fitness.LearningCurve;

/** Curves as bytes: eight for each number, big-endian. Epochs that are 1, 2, 3 … are left out. */
final class CurveBytes {
    private CurveBytes() {}

    static byte[] readings(LearningCurve curve) {
        return bytes(curve.values());
    }

    static Optional<byte[]> epochs(LearningCurve curve) {
        for (int i = 0; i < curve.size(); i++) {
            if (curve.epoch(i) != i + 1) {
                return Optional.of(bytes(curve.epochs()));
            }
        }
        return Optional.empty();
    }

    static LearningCurve curve(Optional<byte[]> epochs, byte[] readings) {
        double[] values = numbers(readings);
        return LearningCurve.of(epochs.map(CurveBytes::numbers).orElseGet(() -> counted(values.length)), values);
    }

    private static double[] counted(int size) {
        double[] epochs = new double[size];
        for (int i = 0; i < size; i++) {
            epochs[i] = i + 1;
        }
        return epochs;
    }

    private static byte[] bytes(double[] numbers) {
        ByteBuffer buffer = ByteBuffer.allocate(Double.BYTES * numbers.length);
        buffer.asDoubleBuffer().put(numbers);
        return buffer.array();
    }

    private static double[] numbers(byte[] bytes) {
        double[] numbers = new double[bytes.length / Double.BYTES];
        ByteBuffer.wrap(bytes).asDoubleBuffer().get(numbers);
        return numbers;
    }
}
