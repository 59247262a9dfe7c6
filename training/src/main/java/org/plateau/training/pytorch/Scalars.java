package org.plateau.training.pytorch;

import ai.djl.ndarray.NDManager;
import ai.djl.pytorch.engine.PtNDArray;

/** Numbers as arrays without dimensions: made once, since making one costs more than computing with it. */
final class Scalars {
    private Scalars() {}

    static PtNDArray of(NDManager manager, double value) {
        return (PtNDArray) manager.create((float) value);
    }
}
