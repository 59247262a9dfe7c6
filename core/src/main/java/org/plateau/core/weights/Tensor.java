package org.plateau.core.weights;

import java.util.Arrays;
import java.util.List;

/**
 * An array of 32-bit floats in row-major order. Immutable.
 *
 * <p>Weights are the one thing that is too large to be copied for the sake of it: a tensor keeps the array that it is given,
 * which must not be changed afterwards.
 */
public final class Tensor {
    private final List<Integer> shape;
    private final float[] values;

    /**
     * @param shape sizes of the dimensions, each at least 0; none for a single value
     * @param values as many as the product of the sizes; kept, not copied
     * @throws WeightsException if there are more or fewer
     */
    public Tensor(List<Integer> shape, float[] values) {
        this.shape = List.copyOf(shape);
        this.values = values;
        long expected = 1;
        for (int size : this.shape) {
            if (size < 0) {
                throw new WeightsException("A tensor's sizes must be ≥ 0, but were " + shape);
            }
            expected = Math.multiplyExact(expected, size);
        }
        if (values.length != expected) {
            throw new WeightsException(
                    "A tensor of %s must have %d values, but had %d".formatted(shape, expected, values.length));
        }
    }

    /** Sizes of the dimensions. */
    public List<Integer> shape() {
        return shape;
    }

    /** Number of values. */
    public int size() {
        return values.length;
    }

    /** One of the values, in row-major order. */
    public float value(int index) {
        return values[index];
    }

    /** A copy of the values, in row-major order. */
    public float[] values() {
        return values.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Tensor tensor && shape.equals(tensor.shape) && Arrays.equals(values, tensor.values);
    }

    @Override
    public int hashCode() {
        return 31 * shape.hashCode() + Arrays.hashCode(values);
    }

    @Override
    public String toString() {
        return "tensor of " + shape;
    }
}
