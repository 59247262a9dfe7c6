package org.plateau.training.pytorch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
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
import org.plateau.core.architecture.Shape;
import org.plateau.core.architecture.Window;
import org.plateau.core.dataset.DatasetSpecification.PixelTransform;
import org.plateau.search.nsganet.NsgaNetMacroSpace;

/** ONNX Runtime gives the answers that PyTorch gives. */
final class OnnxComparisonTest {
    private static final double TOLERANCE = 1e-4;
    private static final Shape.Image INPUT = new Shape.Image(3, 11, 9);

    /** A network of one layer, or of a few of its kind, and what makes a vector of classes of it. */
    private static Architecture around(Node... nodes) {
        List<Node> all = new ArrayList<>(Arrays.asList(nodes));
        String last = nodes[nodes.length - 1].name();
        Shape shape = new Architecture(INPUT, all).output();
        if (shape instanceof Shape.Image) {
            all.add(new Node("flat", new Flatten(), List.of(last)));
            last = "flat";
        }
        all.add(new Node("answer", new Linear(4, true), List.of(last)));
        return new Architecture(INPUT, all);
    }

    private static Architecture single(Layer layer) {
        return around(new Node("layer", layer, List.of("input")));
    }

    private static Architecture of(List<String> inputs, Layer layer) {
        return around(
                new Node("a", Convolution.same(3, 3), List.of("input")),
                new Node("b", new Relu(), List.of("input")),
                new Node("layer", layer, inputs));
    }

    private static Pooling pooling(Pooling.Kind kind, int height, int width, int stride, int vertical, int horizontal) {
        return new Pooling(kind, new Window(height, width, stride, vertical, horizontal, 1));
    }

    static Stream<Architecture> layers() {
        Pooling.Kind average = Pooling.Kind.AVERAGE;
        Pooling.Kind maximum = Pooling.Kind.MAXIMUM;
        return Stream.of(
                single(Convolution.same(5, 3)),
                single(new Convolution(5, Window.square(2, 3, 0), 1, true)),
                single(new Convolution(6, new Window(1, 7, 2, 0, 3, 1), 3, true)),
                single(new Convolution(3, new Window(7, 1, 1, 3, 0, 1), 3, false)),
                single(new Convolution(4, new Window(3, 5, 1, 2, 1, 2), 1, false)),
                single(BatchNormalization.standard()),
                single(new BatchNormalization(0.3, 0.05)),
                single(new Relu()),
                single(pooling(maximum, 2, 2, 2, 0, 0)),
                single(pooling(maximum, 3, 3, 1, 1, 1)),
                single(pooling(maximum, 4, 3, 2, 2, 1)),
                single(pooling(average, 2, 2, 2, 0, 0)),
                single(pooling(average, 3, 3, 1, 1, 1)),
                single(pooling(average, 3, 3, 2, 1, 1)),
                single(pooling(average, 2, 5, 3, 1, 2)),
                single(pooling(average, 5, 2, 2, 0, 1)),
                single(new GlobalAveragePooling()),
                single(new Flatten()),
                single(new Dropout(0)),
                single(new Dropout(0.5)),
                single(new Identity()),
                of(List.of("a"), new Concatenation()),
                of(List.of("a", "input", "b", "a"), new Concatenation()),
                of(List.of("b"), new Addition()),
                of(List.of("a", "a"), new Addition()),
                of(List.of("a", "b", "input"), new Addition()),
                around(
                        new Node("flat", new Flatten(), List.of("input")),
                        new Node("mean", new GlobalAveragePooling(), List.of("input")),
                        new Node("short", new Linear(3, false), List.of("flat")),
                        new Node("relu", new Relu(), List.of("short")),
                        new Node("sum", new Addition(), List.of("relu", "mean")),
                        new Node("again", new Flatten(), List.of("sum")),
                        new Node("join", new Concatenation(), List.of("again", "flat"))));
    }

    @ParameterizedTest
    @MethodSource("layers")
    void everyLayerGivesTheSameAnswers(Architecture architecture) {
        long seed = new Random().nextLong();
        assertThat(new OnnxComparison(PixelTransform.NONE, seed).largestDifference(architecture))
                .as("seed %d", seed)
                .isLessThan(TOLERANCE);
    }

    @Test
    void noTypeOfLayerIsLeftOut() {
        assertThat(layers().flatMap(architecture -> architecture.nodes().stream())
                        .map(node -> node.layer().getClass().getSimpleName())
                        .collect(Collectors.toSet()))
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(Layer.class.getPermittedSubclasses())
                        .map(Class::getSimpleName)
                        .toList());
    }

    /** The same networks every time: how large their answers are, and with them the last digits, is as it comes. */
    @ParameterizedTest
    @EnumSource(PixelTransform.class)
    void networksOfTheMacroSpaceGiveTheSameAnswers(PixelTransform transform) {
        NsgaNetMacroSpace space = new NsgaNetMacroSpace(new Shape.Image(1, 20, 20), 10, 8);
        SplittableRandom random = new SplittableRandom(11);
        for (int i = 0; i < 8; i++) {
            Architecture architecture = space.decode(space.random(random));
            assertThat(new OnnxComparison(transform, i).largestDifference(architecture))
                    .as("network %d", i)
                    .isLessThan(TOLERANCE);
        }
    }
}
