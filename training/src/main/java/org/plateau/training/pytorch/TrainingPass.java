package org.plateau.training.pytorch;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.engine.PtNDManager;
import ai.djl.pytorch.jni.JniUtils;

/** One epoch of training: every image once, in batches, in a given order. */
final class TrainingPass {
    /**
     * What an epoch gave.
     *
     * @param loss mean cross-entropy over the images, each as its batch saw it
     * @param accuracy percent of the images that their batch answered rightly
     */
    record Result(double loss, double accuracy) {}

    private final NetworkState state;
    private final ImageTensors images;
    private final Update update;
    private final GradientClip clip;
    private final int batchSize;

    TrainingPass(NetworkState state, ImageTensors images, Update update, GradientClip clip, int batchSize) {
        this.state = state;
        this.images = images;
        this.update = update;
        this.clip = clip;
        this.batchSize = batchSize;
    }

    /** Trains on all images in this order. Loss and hits are added up on the device and read once, at the end. */
    Result run(long[] order) {
        try (NDManager epoch = state.weights().getManager().newSubManager()) {
            PtNDArray places = (PtNDArray) epoch.create(order);
            NDArray loss = epoch.zeros(new Shape(), DataType.FLOAT64);
            NDArray hits = epoch.zeros(new Shape(), DataType.INT64);
            for (int from = 0; from < order.length; ) {
                int to = end(from, order.length);
                try (NDManager batch = epoch.newSubManager()) {
                    step(batch, slice(places, from, to, batch), to - from, loss, hits);
                }
                from = to;
            }
            return new Result(-loss.getDouble() / order.length, 100.0 * hits.getLong() / order.length);
        }
    }

    /** A rest of a single image joins the batch before it, since batch norm has no spread of one value. */
    private int end(int from, int all) {
        int to = Math.min(from + batchSize, all);
        return to == all - 1 ? all : to;
    }

    private void step(NDManager batch, PtNDArray places, int size, NDArray loss, NDArray hits) {
        PtNDArray classes = images.classes(batch, places);
        PtNDArray leaf = state.leaf(batch);
        JniUtils.setGradMode(true);
        PtNDArray scores = state.train(images.images(batch, places), leaf);
        PtNDArray sum = JniUtils.sum(JniUtils.gather(scores.logSoftmax(1), classes, 1));
        // The mean's gradient is −1/n for every image's log-likelihood.
        JniUtils.backward(sum, Scalars.of(batch, -1.0 / size), false, false);
        JniUtils.setGradMode(false);
        loss.addi(JniUtils.detachGradient(sum).toType(DataType.FLOAT64, false));
        NDArray answers = JniUtils.argMax(JniUtils.detachGradient(scores), 1, true);
        hits.addi(answers.eq(classes).toType(DataType.INT64, false).sum());
        PtNDArray gradient = JniUtils.getGradient(leaf);
        clip.apply(gradient);
        update.step(state.weights(), gradient);
    }

    private static PtNDArray slice(PtNDArray places, int from, int to, NDManager batch) {
        return JniUtils.index(places, new long[] {from}, new long[] {to}, new long[] {1}, (PtNDManager) batch);
    }
}
