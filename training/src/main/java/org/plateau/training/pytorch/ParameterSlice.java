package org.plateau.training.pytorch;

import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.engine.PtNDArray;
import java.util.Arrays;

/**
 * One named tensor inside a flat vector that holds all tensors of its kind.
 *
 * <p>A four-dimensional weight lies in memory with its channels last (output, row, column, input), which is how
 * oneDNN computes convolutions fastest; it is seen, and saved, in PyTorch's order (output, input, row, column).
 *
 * @param name node and PyTorch's name of the tensor, {@code conv1.weight}
 * @param shape as it is seen
 * @param fanIn values that one output sums up, which bounds the initial values; or {@link #ZEROS} or {@link #ONES}
 */
record ParameterSlice(String name, Shape shape, long fanIn) {
    /** Begins as zeros. */
    static final long ZEROS = 0;

    /** Begins as ones. */
    static final long ONES = -1;

    /** Number of values. */
    long size() {
        return shape.size();
    }

    /** This tensor as it is seen, from its part of the flat vector; shares memory. */
    PtNDArray view(PtNDArray slice) {
        if (shape.dimension() == 1) {
            return slice;
        }
        if (shape.dimension() == 2) {
            return slice.reshape(shape);
        }
        Shape inMemory = new Shape(shape.get(0), shape.get(2), shape.get(3), shape.get(1));
        return slice.reshape(inMemory).transpose(0, 3, 1, 2);
    }

    /** The other way round: the part of the flat vector, from the tensor as it is seen. */
    PtNDArray flat(PtNDArray seen) {
        PtNDArray inMemory = shape.dimension() == 4 ? seen.transpose(0, 2, 3, 1) : seen;
        return (PtNDArray) inMemory.reshape(-1);
    }

    boolean fits(Shape other) {
        return Arrays.equals(shape.getShape(), other.getShape());
    }
}
