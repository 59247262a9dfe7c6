package org.plateau.core.weights;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.plateau.core.architecture.Architecture;

/** The weights, biases and running statistics of one network, which fit its architecture. */
public final class NetworkWeights {
    private final Map<String, Tensor> tensors;

    private NetworkWeights(Map<String, Tensor> tensors) {
        this.tensors = tensors;
    }

    /**
     * Takes the tensors that an architecture needs.
     *
     * @param tensors by PyTorch's names; no others may be among them
     * @throws WeightsException if one is missing, has another shape, or belongs to no node
     */
    public static NetworkWeights of(Architecture architecture, Map<String, Tensor> tensors) {
        Map<String, List<Integer>> shapes = TensorShapes.of(architecture);
        Map<String, Tensor> taken = new LinkedHashMap<>();
        shapes.forEach((name, shape) -> {
            Tensor tensor = tensors.get(name);
            if (tensor == null) {
                throw new WeightsException("The weights do not fit the network: they have no " + name);
            }
            if (!tensor.shape().equals(shape)) {
                throw new WeightsException("The weights do not fit the network: %s is %s, expected %s"
                        .formatted(name, tensor.shape(), shape));
            }
            taken.put(name, tensor);
        });
        tensors.keySet().stream()
                .filter(name -> !shapes.containsKey(name))
                .sorted()
                .findFirst()
                .ifPresent(name -> {
                    throw new WeightsException("The weights do not fit the network: they also have " + name);
                });
        return new NetworkWeights(Collections.unmodifiableMap(taken));
    }

    /** The tensors by name, in the order of the nodes. */
    public Map<String, Tensor> tensors() {
        return tensors;
    }
}
