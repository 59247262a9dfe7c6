package org.plateau.training.pytorch;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.engine.PtNDArray;
import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * PyTorch's initial values: uniform in ±1/√(fan-in) for weights (Kaiming-uniform with a = √5) and for biases, one
 * and zero for batch norm. Drawn by ourselves, in the order of the slices, so that they are the same on every device.
 */
final class Initialization {
    private Initialization() {}

    /** The values of one tensor, in the order in which they lie in memory. */
    static float[] draw(ParameterSlice slice, SplittableRandom random) {
        float[] values = new float[Math.toIntExact(slice.size())];
        if (slice.fanIn() > 0) {
            double bound = 1 / Math.sqrt((double) slice.fanIn());
            for (int i = 0; i < values.length; i++) {
                values[i] = (float) random.nextDouble(-bound, bound);
            }
        } else if (slice.fanIn() == ParameterSlice.ONES) {
            Arrays.fill(values, 1);
        }
        return values;
    }

    /** Draws all tensors of a flat vector, one after another. */
    static PtNDArray draw(FlatTensors tensors, SplittableRandom random, NDManager manager) {
        PtNDArray flat = (PtNDArray) manager.zeros(new Shape(tensors.size()));
        long place = 0;
        for (ParameterSlice slice : tensors.slices()) {
            try (NDArray values = manager.create(draw(slice, random))) {
                flat.set(new NDIndex().addSliceDim(place, place + slice.size()), values);
            }
            place += slice.size();
        }
        return flat;
    }
}
