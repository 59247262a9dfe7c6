package org.plateau.core.architecture;

import java.util.List;

/**
 * One layer in its place.
 *
 * @param name unique in its graph; letters, digits, dots, underscores and dashes
 * @param layer what it computes
 * @param inputs names of earlier nodes, or {@link Architecture#INPUT}, in the order in which the layer takes them
 */
public record Node(String name, Layer layer, List<String> inputs) {
    public Node {
        if (!name.matches("[A-Za-z0-9._-]+")) {
            throw new ArchitectureException(
                    "A node's name must be letters, digits, dots, underscores and dashes, but was \"" + name + "\"");
        }
        inputs = List.copyOf(inputs);
    }
}
