package org.plateau.core.architecture;

import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * What an architecture has how many of, by name. A name that is not in the map has none.
 *
 * <p>{@code layers}: nodes of all kinds; {@code depth}: nodes on the longest way from the input to the output;
 * {@code connections}: inputs of all nodes; {@code skip}: connections from a node to another that it also reaches through
 * others. The rest counts layers of a kind: see {@link #NAMES}, and {@code conv3x3}, {@code conv1x7} … (rows by columns) for
 * convolutions by their kernel.
 */
public final class ArchitectureCounts {
    /** All names but those of convolutions with a certain kernel. */
    public static final List<String> NAMES = List.of(
            "layers",
            "depth",
            "connections",
            "skip",
            "conv",
            "grouped_conv",
            "dilated_conv",
            "pool",
            "max_pool",
            "avg_pool",
            "global_pool",
            "linear",
            "batch_norm",
            "relu",
            "concat",
            "add",
            "dropout",
            "identity",
            "flatten");

    private static final Pattern KERNEL = Pattern.compile("conv[1-9]\\d{0,3}x[1-9]\\d{0,3}");

    private ArchitectureCounts() {}

    /** Whether something is counted under a name. */
    public static boolean knows(String name) {
        return NAMES.contains(name) || KERNEL.matcher(name).matches();
    }

    /** The counts of an architecture, none of them 0. */
    public static Map<String, Integer> of(Architecture architecture) {
        Map<String, Integer> counts = new TreeMap<>();
        Map<String, Integer> depths = new HashMap<>();
        Map<String, Set<String>> ancestors = new HashMap<>();
        depths.put(Architecture.INPUT, 0);
        ancestors.put(Architecture.INPUT, Set.of());
        for (Node node : architecture.nodes()) {
            int deepest = 0;
            Set<String> before = new HashSet<>(node.inputs());
            Set<String> behind = new HashSet<>();
            for (String input : node.inputs()) {
                deepest = Math.max(deepest, depths.getOrDefault(input, 0));
                behind.addAll(ancestors.getOrDefault(input, Set.of()));
            }
            add(counts, "layers", 1);
            add(counts, "connections", node.inputs().size());
            add(counts, "skip", (int)
                    node.inputs().stream().filter(behind::contains).count());
            count(counts, node.layer());
            before.addAll(behind);
            ancestors.put(node.name(), before);
            depths.put(node.name(), deepest + 1);
        }
        List<Node> nodes = architecture.nodes();
        counts.put("depth", depths.getOrDefault(nodes.get(nodes.size() - 1).name(), 0));
        return Collections.unmodifiableMap(counts);
    }

    private static void count(Map<String, Integer> counts, Layer layer) {
        if (layer instanceof Convolution convolution) {
            Window window = convolution.window();
            add(counts, "conv", 1);
            add(counts, "conv%dx%d".formatted(window.height(), window.width()), 1);
            add(counts, "grouped_conv", convolution.groups() > 1 ? 1 : 0);
            add(counts, "dilated_conv", window.dilation() > 1 ? 1 : 0);
        } else if (layer instanceof Pooling pooling) {
            add(counts, "pool", 1);
            add(counts, pooling.kind() == Pooling.Kind.MAXIMUM ? "max_pool" : "avg_pool", 1);
        } else {
            add(counts, name(layer), 1);
        }
    }

    private static String name(Layer layer) {
        if (layer instanceof GlobalAveragePooling) {
            return "global_pool";
        } else if (layer instanceof Linear) {
            return "linear";
        } else if (layer instanceof BatchNormalization) {
            return "batch_norm";
        } else if (layer instanceof Relu) {
            return "relu";
        } else if (layer instanceof Concatenation) {
            return "concat";
        } else if (layer instanceof Addition) {
            return "add";
        } else if (layer instanceof Dropout) {
            return "dropout";
        } else if (layer instanceof Identity) {
            return "identity";
        } else if (layer instanceof Flatten) {
            return "flatten";
        }
        throw new IllegalArgumentException("A layer of no known kind: " + layer);
    }

    private static void add(Map<String, Integer> counts, String name, int more) {
        if (more > 0) {
            counts.merge(name, more, Integer::sum);
        }
    }
}
