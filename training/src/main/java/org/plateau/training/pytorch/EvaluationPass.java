package org.plateau.training.pytorch;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.pytorch.engine.PtNDArray;
import java.util.Arrays;

/** The answers of a network to a part of the dataset, without training. */
final class EvaluationPass {
    private EvaluationPass() {}

    /** The scores before softmax, image by image, class by class. */
    static Scores run(NetworkState state, ImageTensors part, int classes, int batchSize) {
        float[] scores = new float[Math.multiplyExact(part.size(), classes)];
        for (int from = 0; from < part.size(); from += batchSize) {
            int to = Math.min(from + batchSize, part.size());
            try (NDManager batch = state.weights().getManager().newSubManager()) {
                PtNDArray images = (PtNDArray) part.images().get(batch, new NDIndex().addSliceDim(from, to));
                float[] answers = state.evaluate(images).toFloatArray();
                System.arraycopy(answers, 0, scores, from * classes, answers.length);
            }
        }
        return new Scores(scores, Arrays.copyOf(part.labels(), part.size()), classes);
    }
}
