package org.plateau.search.nsganet;

import java.util.ArrayList;
import java.util.List;
import org.plateau.core.architecture.Architecture;
import org.plateau.core.architecture.BatchNormalization;
import org.plateau.core.architecture.Concatenation;
import org.plateau.core.architecture.Convolution;
import org.plateau.core.architecture.Layer;
import org.plateau.core.architecture.Node;
import org.plateau.core.architecture.Relu;
import org.plateau.core.architecture.Shape;

/** An architecture graph in the making: layers are put behind one another, and each step gives the name to read from. */
final class GraphDraft {
    private final List<Node> nodes = new ArrayList<>();

    String add(String name, Layer layer, List<String> inputs) {
        nodes.add(new Node(name, layer, inputs));
        return name;
    }

    String add(String name, Layer layer, String input) {
        return add(name, layer, List.of(input));
    }

    /** Batch normalisation and ReLU, named behind {@code prefix}. */
    String normalize(String prefix, String input) {
        return add(prefix + ".relu", new Relu(), add(prefix + ".norm", BatchNormalization.standard(), input));
    }

    /** Several branches joined and reduced to so many channels by a 1×1 convolution; a single one as it is. */
    String join(String prefix, List<String> branches, int channels) {
        if (branches.size() == 1) {
            return branches.get(0);
        }
        String joined = add(prefix + ".concat", new Concatenation(), branches);
        return add(prefix + ".reduce", Convolution.same(channels, 1), joined);
    }

    Architecture over(Shape.Image input) {
        return new Architecture(input, nodes);
    }
}
