package org.plateau.onnx;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * What a network says of one image.
 *
 * @param scores before softmax, in the order of the classes
 * @param probabilities after it
 */
public record Answer(List<Float> scores, List<Float> probabilities) {
    public Answer {
        scores = List.copyOf(scores);
        probabilities = List.copyOf(probabilities);
    }

    static Answer of(float[] scores, float[] probabilities) {
        return new Answer(list(scores), list(probabilities));
    }

    /** Number of the most probable class, the first of several. */
    public int best() {
        return probabilities.indexOf(Collections.max(probabilities));
    }

    private static List<Float> list(float[] values) {
        List<Float> list = new ArrayList<>(values.length);
        for (float value : values) {
            list.add(value);
        }
        return list;
    }
}
