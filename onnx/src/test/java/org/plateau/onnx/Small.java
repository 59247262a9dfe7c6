package org.plateau.onnx;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.plateau.core.architecture.Architecture;
import org.plateau.core.architecture.GlobalAveragePooling;
import org.plateau.core.architecture.Linear;
import org.plateau.core.architecture.Node;
import org.plateau.core.architecture.Pooling;
import org.plateau.core.architecture.Shape;
import org.plateau.core.architecture.Window;
import org.plateau.core.dataset.DatasetSpecification.PixelTransform;
import org.plateau.core.fitness.FitnessMeasure;
import org.plateau.core.weights.NetworkWeights;
import org.plateau.core.weights.Tensor;

/** A network so small that its answers can be worked out by hand: the largest values of a 2×2 image's columns, and their mean. */
final class Small {
    private Small() {}

    static Architecture architecture() {
        return new Architecture(
                new Shape.Image(1, 2, 2),
                List.of(
                        new Node(
                                "largest",
                                new Pooling(Pooling.Kind.MAXIMUM, new Window(2, 1, 1, 0, 0, 1)),
                                List.of("input")),
                        new Node("mean", new GlobalAveragePooling(), List.of("largest")),
                        new Node("answer", new Linear(2, true), List.of("mean"))));
    }

    static NetworkWeights weights() {
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        tensors.put("answer.weight", new Tensor(List.of(2, 1), new float[] {2, -1}));
        tensors.put("answer.bias", new Tensor(List.of(2), new float[] {0.5f, 0.25f}));
        return NetworkWeights.of(architecture(), tensors);
    }

    static NetworkCard card(Preparation preparation, String... classes) {
        return new NetworkCard(
                "0123456789abcdef",
                7,
                FitnessMeasure.named("val_accuracy"),
                Optional.of(87.5),
                Optional.of("ab12"),
                "four pixels",
                "cd34",
                List.of(classes),
                preparation);
    }

    static Preparation preparation(PixelTransform transform) {
        return new Preparation(transform, List.of(1.0), List.of(2.0));
    }
}
