package org.plateau.core.weights;

import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.plateau.core.architecture.Architecture;
import org.plateau.core.architecture.BatchNormalization;
import org.plateau.core.architecture.Convolution;
import org.plateau.core.architecture.LayerCost;
import org.plateau.core.architecture.Linear;
import org.plateau.core.architecture.Node;
import org.plateau.core.architecture.Shape;

/**
 * The tensors that a network is made of, by PyTorch's names: {@code node.weight} and {@code node.bias}, and for batch
 * normalisation {@code node.running_mean} and {@code node.running_var} as well.
 */
public final class TensorShapes {
    private TensorShapes() {}

    /** Shapes by name, in the order of the nodes. */
    public static Map<String, List<Integer>> of(Architecture architecture) {
        Map<String, Shape> outputs = new HashMap<>();
        outputs.put(Architecture.INPUT, architecture.input());
        Map<String, List<Integer>> shapes = new LinkedHashMap<>();
        for (LayerCost cost : architecture.costs()) {
            Node node = cost.node();
            node.inputs().stream().findFirst().map(outputs::get).ifPresent(input -> add(node, input, shapes));
            outputs.put(node.name(), cost.output());
        }
        return Collections.unmodifiableMap(shapes);
    }

    private static void add(Node node, Shape input, Map<String, List<Integer>> shapes) {
        if (node.layer() instanceof Convolution convolution && input instanceof Shape.Image image) {
            shapes.put(
                    node.name() + ".weight",
                    List.of(
                            convolution.channels(),
                            image.channels() / convolution.groups(),
                            convolution.window().height(),
                            convolution.window().width()));
            addBias(node, convolution.bias(), convolution.channels(), shapes);
        } else if (node.layer() instanceof Linear linear && input instanceof Shape.Vector vector) {
            shapes.put(node.name() + ".weight", List.of(linear.features(), vector.features()));
            addBias(node, linear.bias(), linear.features(), shapes);
        } else if (node.layer() instanceof BatchNormalization && input instanceof Shape.Image image) {
            for (String part : List.of(".weight", ".bias", ".running_mean", ".running_var")) {
                shapes.put(node.name() + part, List.of(image.channels()));
            }
        }
    }

    private static void addBias(Node node, boolean bias, int size, Map<String, List<Integer>> shapes) {
        if (bias) {
            shapes.put(node.name() + ".bias", List.of(size));
        }
    }
}
