package org.plateau.core.similarity;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.plateau.core.architecture.Addition;
import org.plateau.core.architecture.Architecture;
import org.plateau.core.architecture.BatchNormalization;
import org.plateau.core.architecture.Convolution;
import org.plateau.core.architecture.Layer;
import org.plateau.core.architecture.Node;
import org.plateau.core.architecture.Relu;
import org.plateau.core.architecture.Shape;

/** Small sound graphs of few kinds of layers, so that labels are often the same. */
final class RandomArchitectures {
    private static final List<Layer> LAYERS =
            List.of(Convolution.same(2, 3), Convolution.same(2, 5), new Relu(), BatchNormalization.standard());

    private RandomArchitectures() {}

    static Architecture next(Random random) {
        List<Node> nodes = new ArrayList<>();
        List<String> names = new ArrayList<>(List.of(Architecture.INPUT));
        int size = 1 + random.nextInt(10);
        for (int i = 0; i < size; i++) {
            String name = "n" + i;
            if (random.nextInt(3) == 0) {
                List<String> inputs = new ArrayList<>();
                for (int j = 0; j <= random.nextInt(3); j++) {
                    inputs.add(names.get(random.nextInt(names.size())));
                }
                nodes.add(new Node(name, new Addition(), inputs));
            } else {
                Layer layer = LAYERS.get(random.nextInt(LAYERS.size()));
                nodes.add(new Node(name, layer, List.of(names.get(random.nextInt(names.size())))));
            }
            names.add(name);
        }
        return new Architecture(new Shape.Image(2, 4, 4), nodes);
    }

    /** The same graph with other names, its nodes in another order where that is possible. */
    static Architecture renamed(Architecture architecture, Random random) {
        List<Node> waiting = new ArrayList<>(architecture.nodes());
        List<String> placed = new ArrayList<>(List.of(Architecture.INPUT));
        List<Node> nodes = new ArrayList<>();
        while (!waiting.isEmpty()) {
            List<Node> ready =
                    waiting.stream().filter(n -> placed.containsAll(n.inputs())).toList();
            Node node = ready.get(random.nextInt(ready.size()));
            waiting.remove(node);
            placed.add(node.name());
            nodes.add(new Node(
                    "other." + node.name(),
                    node.layer(),
                    node.inputs().stream()
                            .map(name -> name.equals(Architecture.INPUT) ? name : "other." + name)
                            .toList()));
        }
        return new Architecture(architecture.input(), nodes);
    }
}
