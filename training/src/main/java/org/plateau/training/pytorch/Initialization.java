package org.plateau.training.pytorch;

import java.util.SplittableRandom;

/**
 * PyTorch's initial values: uniform in ±1/√(fan-in) for weights (Kaiming-uniform with a = √5) and for biases, one
 * and zero for batch norm. Drawn by ourselves, in the order of the slices, so that they are the same on every device.
 */
final class Initialization {
    private Initialization() {}

    static float[] draw(FlatTensors tensors, SplittableRandom random) {
        float[] values = new float[Math.toIntExact(tensors.size())];
        int place = 0;
        for (ParameterSlice slice : tensors.slices()) {
            int end = place + (int) slice.size();
            double bound = slice.fanIn() > 0 ? 1 / Math.sqrt((double) slice.fanIn()) : 0;
            for (; place < end; place++) {
                if (slice.fanIn() > 0) {
                    values[place] = (float) random.nextDouble(-bound, bound);
                } else {
                    values[place] = slice.fanIn() == ParameterSlice.ONES ? 1 : 0;
                }
            }
        }
        return values;
    }
}
