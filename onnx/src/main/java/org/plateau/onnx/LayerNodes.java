package org.plateau.onnx;

import static org.plateau.onnx.GraphDraft.integer;
import static org.plateau.onnx.GraphDraft.integers;
import static org.plateau.onnx.GraphDraft.real;

import ai.onnx.proto.OnnxMl.AttributeProto;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.plateau.core.architecture.Addition;
import org.plateau.core.architecture.Architecture;
import org.plateau.core.architecture.BatchNormalization;
import org.plateau.core.architecture.Concatenation;
import org.plateau.core.architecture.Convolution;
import org.plateau.core.architecture.Dropout;
import org.plateau.core.architecture.Flatten;
import org.plateau.core.architecture.GlobalAveragePooling;
import org.plateau.core.architecture.Identity;
import org.plateau.core.architecture.Layer;
import org.plateau.core.architecture.Linear;
import org.plateau.core.architecture.Node;
import org.plateau.core.architecture.Pooling;
import org.plateau.core.architecture.Relu;
import org.plateau.core.architecture.Window;

/**
 * Writes the nodes of an architecture as ONNX operators (operator set {@value OnnxExport#OPERATORS}), as they compute after training. A
 * node's value is named {@code node/output}; no node has a slash in its name, so it is nobody else's.
 */
final class LayerNodes {
    private final GraphDraft draft;
    private final Map<String, String> values = new HashMap<>();

    /** @param input name of the value that stands for the network's input */
    LayerNodes(GraphDraft draft, String input) {
        this.draft = draft;
        values.put(Architecture.INPUT, input);
    }

    /** Adds the nodes and returns the name of the last one's value. */
    String add(List<Node> nodes) {
        String last = "";
        for (Node node : nodes) {
            List<String> inputs = node.inputs().stream().map(this::value).toList();
            last = add(node, inputs);
            values.put(node.name(), last);
        }
        return last;
    }

    private String value(String node) {
        return values.getOrDefault(node, node);
    }

    private String add(Node node, List<String> inputs) {
        Layer layer = node.layer();
        String output = node.name() + "/output";
        if (layer instanceof Identity || layer instanceof Dropout) {
            return inputs.get(0);
        } else if (layer instanceof Convolution convolution) {
            draft.add("Conv", output, withWeights(node, inputs, convolution.bias()), attributes(convolution));
        } else if (layer instanceof BatchNormalization normalization) {
            List<String> all = withWeights(node, inputs, true);
            all.add(node.name() + ".running_mean");
            all.add(node.name() + ".running_var");
            draft.add("BatchNormalization", output, all, real("epsilon", normalization.epsilon()));
        } else if (layer instanceof Linear linear) {
            draft.add("Gemm", output, withWeights(node, inputs, linear.bias()), integer("transB", 1));
        } else if (layer instanceof Pooling pooling) {
            addPooling(pooling, output, inputs);
        } else if (layer instanceof Relu) {
            draft.add("Relu", output, inputs);
        } else if (layer instanceof GlobalAveragePooling) {
            String mean = node.name() + "/mean";
            draft.add("GlobalAveragePool", mean, inputs);
            draft.add("Flatten", output, List.of(mean), integer("axis", 1));
        } else if (layer instanceof Flatten) {
            draft.add("Flatten", output, inputs, integer("axis", 1));
        } else if (layer instanceof Concatenation) {
            draft.add("Concat", output, inputs, integer("axis", 1));
        } else if (layer instanceof Addition) {
            draft.add("Sum", output, inputs);
        }
        return output;
    }

    private static List<String> withWeights(Node node, List<String> inputs, boolean bias) {
        List<String> all = new ArrayList<>(inputs);
        all.add(node.name() + ".weight");
        if (bias) {
            all.add(node.name() + ".bias");
        }
        return all;
    }

    private static AttributeProto[] attributes(Convolution convolution) {
        Window window = convolution.window();
        return new AttributeProto[] {
            kernel(window),
            strides(window),
            padding(window),
            integers("dilations", window.dilation(), window.dilation()),
            integer("group", convolution.groups())
        };
    }

    private void addPooling(Pooling pooling, String output, List<String> inputs) {
        Window window = pooling.window();
        if (pooling.kind() == Pooling.Kind.MAXIMUM) {
            draft.add("MaxPool", output, inputs, kernel(window), strides(window), padding(window));
        } else {
            AttributeProto withoutPadding = integer("count_include_pad", 0);
            draft.add("AveragePool", output, inputs, kernel(window), strides(window), padding(window), withoutPadding);
        }
    }

    private static AttributeProto kernel(Window window) {
        return integers("kernel_shape", window.height(), window.width());
    }

    private static AttributeProto strides(Window window) {
        return integers("strides", window.stride(), window.stride());
    }

    /** Begin of rows and columns, then their ends. */
    private static AttributeProto padding(Window window) {
        int vertical = window.verticalPadding();
        int horizontal = window.horizontalPadding();
        return integers("pads", vertical, horizontal, vertical, horizontal);
    }
}
