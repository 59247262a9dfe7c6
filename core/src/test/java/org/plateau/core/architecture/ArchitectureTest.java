package org.plateau.core.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArchitectureTest {
    private static final Shape.Image IMAGE = new Shape.Image(3, 8, 8);

    /** A residual block with a classifier: 3×8×8 → 4 channels, added to its own input, pooled, 4 → 2. */
    private static Architecture residual() {
        return new Architecture(
                IMAGE,
                List.of(
                        node("entry", Convolution.same(4, 3), Architecture.INPUT),
                        node("norm", BatchNormalization.standard(), "entry"),
                        node("relu", new Relu(), "norm"),
                        node("sum", new Addition(), "entry", "relu"),
                        node("pool", new Pooling(Pooling.Kind.MAXIMUM, Window.square(2, 2, 0)), "sum"),
                        node("mean", new GlobalAveragePooling(), "pool"),
                        node("linear", new Linear(2, true), "mean")));
    }

    @Test
    void everyNodeHasTheShapeParametersAndFlopsOfItsPlace() {
        assertThat(residual().costs())
                .extracting(cost -> cost.node().name(), LayerCost::output, LayerCost::parameters, LayerCost::flops)
                .containsExactly(
                        tuple("entry", new Shape.Image(4, 8, 8), 108L, 6912L),
                        tuple("norm", new Shape.Image(4, 8, 8), 8L, 512L),
                        tuple("relu", new Shape.Image(4, 8, 8), 0L, 256L),
                        tuple("sum", new Shape.Image(4, 8, 8), 0L, 0L),
                        tuple("pool", new Shape.Image(4, 4, 4), 0L, 256L),
                        tuple("mean", new Shape.Vector(4), 0L, 64L),
                        tuple("linear", new Shape.Vector(2), 10L, 8L));
    }

    @Test
    void theWholeIsTheSumOfItsNodesAndGivesWhatItsLastNodeGives() {
        assertThat(residual().parameters()).isEqualTo(126);
        assertThat(residual().flops()).isEqualTo(8008);
        assertThat(residual().output()).isEqualTo(new Shape.Vector(2));
    }

    @Test
    void equalGraphsAreEqualAndKeepNoHoldOfTheListsTheyWereMadeFrom() {
        List<Node> nodes = new ArrayList<>(residual().nodes());
        Architecture network = new Architecture(IMAGE, nodes);
        nodes.clear();

        assertThat(network).isEqualTo(residual()).hasSameHashCodeAs(residual());
        assertThatThrownBy(() -> network.nodes().clear()).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void aGraphWithoutNodesIsRefused() {
        assertThatThrownBy(() -> new Architecture(IMAGE, List.of()))
                .isInstanceOf(ArchitectureException.class)
                .hasMessageContaining("at least 1 node");
    }

    @Test
    void twoNodesOfOneNameAreRefused() {
        List<Node> nodes = List.of(node("a", new Relu(), Architecture.INPUT), node("a", new Relu(), "a"));

        assertThatThrownBy(() -> new Architecture(IMAGE, nodes)).hasMessage("Two nodes are named \"a\"");
    }

    @Test
    void aNodeNamedAsTheInputIsRefused() {
        List<Node> nodes = List.of(node(Architecture.INPUT, new Relu(), Architecture.INPUT));

        assertThatThrownBy(() -> new Architecture(IMAGE, nodes)).isInstanceOf(ArchitectureException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"nowhere", "a", "b"})
    void aNodeThatReadsWhatIsNoEarlierNodeIsRefused(String input) {
        List<Node> nodes = List.of(node("a", new Relu(), input), node("b", new Relu(), "a"));

        assertThatThrownBy(() -> new Architecture(IMAGE, nodes))
                .hasMessage("Node \"a\" reads \"%s\", which is no earlier node", input);
    }

    @Test
    void aLayerThatCannotTakeItsInputsIsRefusedWithTheNameOfItsNode() {
        List<Node> nodes = List.of(
                node("a", Convolution.same(4, 3), Architecture.INPUT),
                node("sum", new Addition(), Architecture.INPUT, "a"));

        assertThatThrownBy(() -> new Architecture(IMAGE, nodes))
                .isInstanceOf(ArchitectureException.class)
                .hasMessage("Node \"sum\": Addition cannot add 4×8×8 to 3×8×8");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "a/b", "ä", "a\n"})
    void aNameOfOtherCharactersIsRefused(String name) {
        assertThatThrownBy(() -> node(name, new Relu(), Architecture.INPUT))
                .isInstanceOf(ArchitectureException.class)
                .hasMessageContaining("\"" + name + "\"");
    }

    private static Node node(String name, Layer layer, String... inputs) {
        return new Node(name, layer, List.of(inputs));
    }
}
