package org.plateau.training.pytorch;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.engine.PtNDArray;

/** A tensor that a layer needs and that never changes. */
final class Constant {
    private final float[] values;
    private final Shape shape;

    Constant(float[] values, Shape shape) {
        this.values = values;
        this.shape = shape;
    }

    PtNDArray on(NDManager manager) {
        return (PtNDArray) manager.create(values, shape);
    }
}
