package org.plateau.core.similarity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.plateau.core.architecture.Architecture;
import org.plateau.core.architecture.Convolution;
import org.plateau.core.architecture.Node;
import org.plateau.core.architecture.Relu;
import org.plateau.core.architecture.Shape;

class WeisfeilerLehmanTest {
    private static final long SEED = 20261124;

    @Test
    void hashedLabelsGiveWhatLabelsWrittenOutGive() {
        Random random = new Random(SEED);
        int different = 0;
        for (int round = 0; round < 500; round++) {
            Architecture first = RandomArchitectures.next(random);
            Architecture second = RandomArchitectures.next(random);
            double expected = writtenOut(first, second);
            assertThat(WeisfeilerLehman.similarity(first, second))
                    .as("seed %d, round %d", SEED, round)
                    .isCloseTo(expected, within(1e-12))
                    .isBetween(0.0, 1.0);
            different += expected < 1 ? 1 : 0;
        }
        assertThat(different).isGreaterThan(400);
    }

    @Test
    void anEqualGraphWithOtherNamesAndAnotherOrderHasSimilarityOne() {
        Random random = new Random(SEED);
        for (int round = 0; round < 200; round++) {
            Architecture graph = RandomArchitectures.next(random);
            assertThat(WeisfeilerLehman.similarity(graph, RandomArchitectures.renamed(graph, random)))
                    .as("seed %d, round %d", SEED, round)
                    .isEqualTo(1);
        }
    }

    @Test
    void theSettingsOfLayersAndTheDirectionOfConnectionsCount() {
        Architecture wide = chain(new Node("a", Convolution.same(2, 3), List.of(Architecture.INPUT)));
        Architecture wider = chain(new Node("a", Convolution.same(2, 5), List.of(Architecture.INPUT)));
        assertThat(WeisfeilerLehman.similarity(wide, wider)).isLessThan(0.5);
        Architecture convolutionFirst = chain(
                new Node("a", Convolution.same(2, 3), List.of(Architecture.INPUT)),
                new Node("b", new Relu(), List.of("a")));
        Architecture reluFirst = chain(
                new Node("a", new Relu(), List.of(Architecture.INPUT)),
                new Node("b", Convolution.same(2, 3), List.of("a")));
        assertThat(WeisfeilerLehman.similarity(convolutionFirst, reluFirst)).isLessThan(0.5);
        Architecture otherInput = new Architecture(new Shape.Image(2, 8, 8), convolutionFirst.nodes());
        assertThat(WeisfeilerLehman.similarity(convolutionFirst, otherInput)).isBetween(0.01, 0.99);
    }

    @Test
    void labelsAreTheSameOnEveryMachine() {
        Architecture graph = chain(new Node("a", new Relu(), List.of(Architecture.INPUT)));
        LabelCounts labels = WeisfeilerLehman.labels(graph);
        assertThat(labels.size()).isEqualTo(8);
        assertThat("%016x".formatted(labels.label(0))).isEqualTo("ba6c64c5fe38804b");
    }

    @Test
    void aVectorIsPutTogetherFromItsParts() {
        LabelCounts counted = LabelCounts.of(new long[] {7, -3, 7});
        assertThat(counted).isEqualTo(LabelCounts.of(new long[] {-3, 7}, new int[] {1, 2}));
        assertThat(counted.squaredNorm()).isEqualTo(5);
        assertThat(counted.cosine(LabelCounts.of(new long[0]))).isZero();
        assertThatThrownBy(() -> LabelCounts.of(new long[] {7, -3}, new int[] {1, 2}))
                .hasMessageContaining("Labels must increase");
        assertThatThrownBy(() -> LabelCounts.of(new long[] {7}, new int[] {1, 2}))
                .hasMessageContaining("1 and 2");
    }

    private static Architecture chain(Node... nodes) {
        return new Architecture(new Shape.Image(2, 4, 4), List.of(nodes));
    }

    /** The kernel by the book, with labels as texts. */
    private static double writtenOut(Architecture first, Architecture second) {
        Map<String, Integer> a = labels(first);
        Map<String, Integer> b = labels(second);
        return dot(a, b) / Math.sqrt(dot(a, a) * dot(b, b));
    }

    private static double dot(Map<String, Integer> a, Map<String, Integer> b) {
        return a.entrySet().stream()
                .mapToDouble(label -> (double) label.getValue() * b.getOrDefault(label.getKey(), 0))
                .sum();
    }

    private static Map<String, Integer> labels(Architecture graph) {
        Map<String, String> now = new HashMap<>();
        now.put(Architecture.INPUT, "input " + graph.input());
        graph.nodes().forEach(node -> now.put(node.name(), node.layer().toString()));
        Map<String, Integer> counts = new HashMap<>();
        for (int iteration = 0; iteration <= 3; iteration++) {
            int number = iteration;
            now.values().forEach(label -> counts.merge(number + label, 1, Integer::sum));
            Map<String, String> next = new HashMap<>();
            now.forEach((name, label) -> next.put(
                    name,
                    "(%s reads %s read by %s)".formatted(label, reads(graph, name, now), readBy(graph, name, now))));
            now.putAll(next);
        }
        return counts;
    }

    private static List<String> reads(Architecture graph, String name, Map<String, String> labels) {
        return graph.nodes().stream()
                .filter(node -> node.name().equals(name))
                .flatMap(node -> node.inputs().stream())
                .map(labels::get)
                .sorted()
                .toList();
    }

    private static List<String> readBy(Architecture graph, String name, Map<String, String> labels) {
        List<String> readers = new ArrayList<>();
        graph.nodes().forEach(node -> node.inputs().stream()
                .filter(name::equals)
                .forEach(input -> readers.add(labels.get(node.name()))));
        return readers.stream().sorted().toList();
    }
}
