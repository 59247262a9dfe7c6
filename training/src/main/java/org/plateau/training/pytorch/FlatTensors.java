package org.plateau.training.pytorch;

import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.jni.JniUtils;
import java.util.List;

/**
 * How tensors lie one after another in a flat vector, so that an optimiser's step is a handful of operations on one
 * vector and not on every tensor.
 */
record FlatTensors(List<ParameterSlice> slices) {
    FlatTensors {
        slices = List.copyOf(slices);
    }

    /** Number of values in all. */
    long size() {
        return slices.stream().mapToLong(ParameterSlice::size).sum();
    }

    /** The tensors of a flat vector, sharing its memory and belonging to its manager. */
    PtNDArray[] views(PtNDArray flat) {
        PtNDArray[] views = new PtNDArray[slices.size()];
        if (views.length == 0) {
            return views;
        }
        long[] sizes = slices.stream().mapToLong(ParameterSlice::size).toArray();
        var parts = JniUtils.split(flat, sizes, 0);
        for (int i = 0; i < views.length; i++) {
            views[i] = slices.get(i).view((PtNDArray) parts.get(i));
        }
        return views;
    }
}
