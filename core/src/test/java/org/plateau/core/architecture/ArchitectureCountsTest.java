package org.plateau.core.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ArchitectureCountsTest {
    private static final Architecture GRAPH = new Architecture(
            new Shape.Image(2, 8, 8),
            List.of(
                    new Node("a", Convolution.same(2, 3), List.of(Architecture.INPUT)),
                    new Node("b", new Convolution(2, new Window(1, 5, 1, 0, 2, 1), 2, true), List.of("a")),
                    new Node("c", new Relu(), List.of("b")),
                    new Node("sum", new Addition(), List.of("a", "c", Architecture.INPUT)),
                    new Node("side", new Identity(), List.of("a")),
                    new Node("join", new Concatenation(), List.of("sum", "side")),
                    new Node("max", new Pooling(Pooling.Kind.MAXIMUM, Window.square(2, 2, 0)), List.of("join")),
                    new Node("mean", new GlobalAveragePooling(), List.of("max")),
                    new Node("linear", new Linear(3, true), List.of("mean"))));

    @Test
    void layersAreCountedByKindAndKernel() {
        assertThat(ArchitectureCounts.of(GRAPH))
                .containsExactlyInAnyOrderEntriesOf(Map.ofEntries(
                        Map.entry("layers", 9),
                        Map.entry("depth", 8),
                        Map.entry("connections", 12),
                        Map.entry("skip", 2),
                        Map.entry("conv", 2),
                        Map.entry("conv3x3", 1),
                        Map.entry("conv1x5", 1),
                        Map.entry("grouped_conv", 1),
                        Map.entry("pool", 1),
                        Map.entry("max_pool", 1),
                        Map.entry("global_pool", 1),
                        Map.entry("linear", 1),
                        Map.entry("relu", 1),
                        Map.entry("concat", 1),
                        Map.entry("add", 1),
                        Map.entry("identity", 1)));
    }

    @Test
    void everyCountHasAKnownName() {
        assertThat(ArchitectureCounts.of(GRAPH).keySet()).allMatch(ArchitectureCounts::knows);
        assertThat(ArchitectureCounts.knows("conv7x7")).isTrue();
        assertThat(ArchitectureCounts.knows("conv07x7")).isFalse();
        assertThat(ArchitectureCounts.knows("attention")).isFalse();
    }
}
