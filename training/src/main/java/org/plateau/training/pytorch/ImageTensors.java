package org.plateau.training.pytorch;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.pytorch.engine.PtNDArray;

/**
 * One part of the dataset on the device.
 *
 * @param images images × channels × height × width
 * @param classes images × 1, whole numbers
 * @param labels the same classes in this JVM; not a copy
 */
@SuppressWarnings("ArrayRecordComponent") // Read once an epoch, compared never.
record ImageTensors(PtNDArray images, PtNDArray classes, int[] labels) {
    int size() {
        return labels.length;
    }

    /** The images at some places, owned by a batch. */
    PtNDArray images(NDManager batch, PtNDArray places) {
        return (PtNDArray) images.get(batch, new NDIndex("{}", places));
    }

    /** The classes at some places, owned by a batch. */
    PtNDArray classes(NDManager batch, PtNDArray places) {
        return (PtNDArray) classes.get(batch, new NDIndex("{}", places));
    }
}
