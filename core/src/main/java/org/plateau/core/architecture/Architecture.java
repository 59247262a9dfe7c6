package org.plateau.core.architecture;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The architecture graph: what a genome decodes to and what everything else reads.
 *
 * <p>Nodes stand in an order in which every node comes after its inputs; the last one is the network's output. A graph
 * that exists is sound: names are unique, inputs are known, every layer takes the shapes it is given.
 *
 * @param input shape of one image
 * @param nodes the layers, at least one
 */
public record Architecture(Shape.Image input, List<Node> nodes) {
    /** The name by which nodes read the network's input. */
    public static final String INPUT = "input";

    public Architecture {
        nodes = List.copyOf(nodes);
        if (nodes.isEmpty()) {
            throw new ArchitectureException("An architecture must have at least 1 node, but had none");
        }
        infer(input, nodes);
    }

    /** Shape, parameters and FLOPs of every node, in order. */
    public List<LayerCost> costs() {
        return infer(input, nodes);
    }

    /** Shape of the last node's output. */
    public Shape output() {
        List<LayerCost> costs = costs();
        return costs.get(costs.size() - 1).output();
    }

    /** Trained values of the whole network. */
    public long parameters() {
        return costs().stream().mapToLong(LayerCost::parameters).sum();
    }

    /** FLOPs of one forward pass of one sample, by the rule of {@link Layer}. */
    public long flops() {
        return costs().stream().mapToLong(LayerCost::flops).sum();
    }

    private static List<LayerCost> infer(Shape.Image input, List<Node> nodes) {
        Map<String, Shape> shapes = new HashMap<>();
        shapes.put(INPUT, input);
        List<LayerCost> costs = new ArrayList<>(nodes.size());
        for (Node node : nodes) {
            List<Shape> inputs = node.inputs().stream()
                    .map(name -> known(shapes, name, node))
                    .toList();
            LayerCost cost = cost(node, inputs);
            if (shapes.putIfAbsent(node.name(), cost.output()) != null) {
                throw new ArchitectureException("Two nodes are named \"" + node.name() + "\"");
            }
            costs.add(cost);
        }
        return List.copyOf(costs);
    }

    private static LayerCost cost(Node node, List<Shape> inputs) {
        try {
            Layer layer = node.layer();
            return new LayerCost(node, layer.output(inputs), layer.parameters(inputs), layer.flops(inputs));
        } catch (ArchitectureException e) {
            throw new ArchitectureException("Node \"%s\": %s".formatted(node.name(), e.getMessage()));
        }
    }

    private static Shape known(Map<String, Shape> shapes, String name, Node node) {
        Shape shape = shapes.get(name);
        if (shape == null) {
            throw new ArchitectureException(
                    "Node \"%s\" reads \"%s\", which is no earlier node".formatted(node.name(), name));
        }
        return shape;
    }
}
