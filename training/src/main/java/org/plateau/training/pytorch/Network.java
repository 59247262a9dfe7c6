package org.plateau.training.pytorch;

import ai.djl.pytorch.engine.PtNDArray;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.plateau.core.architecture.Architecture;
import org.plateau.core.architecture.LayerCost;
import org.plateau.core.architecture.Node;
import org.plateau.core.architecture.Shape;

/**
 * An architecture graph as a list of PyTorch operations. It holds no tensors: those come with every pass.
 *
 * <p>A value is let go as soon as its last reader has read it (PyTorch keeps what the backward pass needs), so that
 * memory is used as a Python program would use it.
 */
final class Network {
    private static final class Step {
        private final Operation operation;
        private final int[] inputs;
        private final int output;
        private int[] released = {};

        Step(Operation operation, int[] inputs, int output) {
            this.operation = operation;
            this.inputs = inputs;
            this.output = output;
        }
    }

    private final List<Step> steps = new ArrayList<>();
    private final FlatTensors trained;
    private final FlatTensors statistics;
    private final List<Constant> constants;
    private final int output;
    private final int values;

    Network(Architecture architecture) {
        Map<String, Integer> places = new HashMap<>();
        Map<String, Shape> shapes = new HashMap<>();
        places.put(Architecture.INPUT, 0);
        shapes.put(Architecture.INPUT, architecture.input());
        OperationBuilder builder = new OperationBuilder();
        int next = 1;
        int last = 0;
        for (LayerCost cost : architecture.costs()) {
            Node node = cost.node();
            int[] inputs = node.inputs().stream().mapToInt(places::get).toArray();
            if (OperationBuilder.passesOn(node)) {
                last = inputs[0];
            } else {
                List<Shape> inputShapes =
                        node.inputs().stream().map(shapes::get).toList();
                steps.add(new Step(builder.build(node, inputShapes), inputs, next));
                last = next++;
            }
            places.put(node.name(), last);
            shapes.put(node.name(), cost.output());
        }
        trained = builder.trained();
        statistics = builder.statistics();
        constants = builder.constants();
        output = last;
        values = next;
        releaseAfterLastUse();
    }

    private void releaseAfterLastUse() {
        // The input belongs to the caller, the output is handed to the caller.
        boolean[] kept = new boolean[values];
        kept[0] = true;
        kept[output] = true;
        for (int i = steps.size() - 1; i >= 0; i--) {
            Step step = steps.get(i);
            step.released =
                    Arrays.stream(step.inputs).distinct().filter(v -> !kept[v]).toArray();
            for (int value : step.released) {
                kept[value] = true;
            }
        }
    }

    /** Weights and biases, in the order of the nodes. */
    FlatTensors trained() {
        return trained;
    }

    /** Running means and variances, in the order of the nodes. */
    FlatTensors statistics() {
        return statistics;
    }

    /** What the layers need besides. */
    List<Constant> constants() {
        return constants;
    }

    /**
     * Computes the network's answer.
     *
     * @param images batch × channels × height × width; their manager owns everything that is computed
     */
    PtNDArray forward(PtNDArray images, NetworkTensors tensors, boolean training) {
        PtNDArray[] computed = new PtNDArray[values];
        computed[0] = images;
        for (Step step : steps) {
            PtNDArray[] inputs = new PtNDArray[step.inputs.length];
            for (int i = 0; i < inputs.length; i++) {
                inputs[i] = computed[step.inputs[i]];
            }
            computed[step.output] = step.operation.apply(inputs, tensors, training);
            for (int value : step.released) {
                computed[value].close();
            }
        }
        return computed[output];
    }
}
