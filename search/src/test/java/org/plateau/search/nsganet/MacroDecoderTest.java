package org.plateau.search.nsganet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.plateau.core.architecture.Architecture;
import org.plateau.core.architecture.ArchitectureException;
import org.plateau.core.architecture.Concatenation;
import org.plateau.core.architecture.Convolution;
import org.plateau.core.architecture.LayerCost;
import org.plateau.core.architecture.Node;
import org.plateau.core.architecture.Shape;
import org.plateau.search.Seeds;
import org.plateau.search.searchers.SplitMix64;

class MacroDecoderTest {
    private static final String EMPTY = "[0,0,0,0,0,0,0]";
    private final NsgaNetMacroSpace space = new NsgaNetMacroSpace(new Shape.Image(1, 34, 34), 5, 8);

    @Test
    void aChainOfTwoNodesBecomesTheSmallestPhase() {
        Architecture network = network("[1,0,0,0,0,0,0]", EMPTY, EMPTY);

        assertThat(network.nodes().stream().map(Node::name))
                .containsExactly(
                        "phase1.entry",
                        "phase1.node1.conv",
                        "phase1.node1.norm",
                        "phase1.node1.relu",
                        "phase1.node2.conv",
                        "phase1.node2.norm",
                        "phase1.node2.relu",
                        "phase1.exit.norm",
                        "phase1.exit.relu",
                        "mean",
                        "linear");
        assertThat(inputs(network, "phase1.node1.conv")).containsExactly("phase1.entry");
        assertThat(inputs(network, "phase1.node2.conv")).containsExactly("phase1.node1.relu");
        assertThat(inputs(network, "phase1.exit.norm")).containsExactly("phase1.node2.relu");
        assertThat(network.output()).isEqualTo(new Shape.Vector(5));
    }

    @Test
    void aResidualBitBringsThePhasesInputToItsExitFirst() {
        Architecture network = network("[1,0,0,0,0,0,1]", EMPTY, EMPTY);

        assertThat(inputs(network, "phase1.exit.concat")).containsExactly("phase1.entry", "phase1.node2.relu");
        assertThat(inputs(network, "phase1.exit.reduce")).containsExactly("phase1.exit.concat");
        assertThat(inputs(network, "phase1.exit.norm")).containsExactly("phase1.exit.reduce");
        assertThat(shapes(network))
                .containsEntry("phase1.exit.concat", new Shape.Image(16, 32, 32))
                .containsEntry("phase1.exit.reduce", new Shape.Image(8, 32, 32));
    }

    @Test
    void aNodeWithoutInputsReadsThePhasesInputAndSeveralInputsAreJoined() {
        // Node 3 reads 1 and 2, which read nothing; node 4 is isolated.
        Architecture network = network("[0,1,1,0,0,0,0]", EMPTY, EMPTY);

        assertThat(inputs(network, "phase1.node1.conv")).containsExactly("phase1.entry");
        assertThat(inputs(network, "phase1.node2.conv")).containsExactly("phase1.entry");
        assertThat(inputs(network, "phase1.node3.concat")).containsExactly("phase1.node1.relu", "phase1.node2.relu");
        assertThat(inputs(network, "phase1.node3.conv")).containsExactly("phase1.node3.reduce");
        assertThat(shapes(network)).doesNotContainKey("phase1.node4.conv");
    }

    @Test
    void nodesWithoutOutputsFeedThePhasesExit() {
        // Nodes 2, 3 and 4 all read node 1.
        Architecture network = network("[1,1,0,1,0,0,0]", EMPTY, EMPTY);

        assertThat(inputs(network, "phase1.exit.concat"))
                .containsExactly("phase1.node2.relu", "phase1.node3.relu", "phase1.node4.relu");
    }

    @Test
    void anIsolatedNodeGoesAndTheOthersAreNumberedAnew() {
        // Node 4 reads node 2; nodes 1 and 3 are isolated.
        assertThat(network("[0,0,0,0,1,0,0]", EMPTY, EMPTY)).isEqualTo(network("[1,0,0,0,0,0,0]", EMPTY, EMPTY));
    }

    @Test
    void aPhaseWithoutConnectionsGoesAndItsChannelsGoToTheNext() {
        Architecture network = network("[0,0,0,0,0,0,1]", "[1,0,0,0,0,0,0]", "[1,1,0,0,0,0,0]");

        assertThat(network).isEqualTo(network("[1,0,0,0,0,0,0]", "[1,1,0,0,0,0,0]", EMPTY));
        assertThat(shapes(network))
                .containsEntry("phase1.exit.relu", new Shape.Image(8, 32, 32))
                .containsEntry("pool1", new Shape.Image(8, 16, 16))
                .containsEntry("phase2.exit.relu", new Shape.Image(16, 16, 16))
                .doesNotContainKeys("pool2", "phase3.exit.relu");
    }

    @Test
    void aGenomeWithoutAnyConnectionIsALinearLayerOnTheMeanOfTheImage() {
        Architecture network = network(EMPTY, "[0,0,0,0,0,0,1]", EMPTY);

        assertThat(network.nodes().stream().map(Node::name)).containsExactly("mean", "linear");
        assertThat(network.parameters()).isEqualTo(5 + 5);
    }

    @Test
    void phasesHaveTwiceTheChannelsOfTheOneBeforeAndPoolBetween() {
        Architecture network = network("[1,0,0,0,0,0,0]", "[1,0,0,0,0,0,0]", "[1,0,0,0,0,0,0]");

        assertThat(shapes(network))
                .containsEntry("phase1.entry", new Shape.Image(8, 32, 32))
                .containsEntry("phase2.entry", new Shape.Image(16, 16, 16))
                .containsEntry("phase3.entry", new Shape.Image(32, 8, 8))
                .containsEntry("mean", new Shape.Vector(32));
        assertThat(layer(network, "phase1.entry"))
                .matches(entry -> entry.window().height() == 3);
        assertThat(layer(network, "phase2.entry"))
                .matches(entry -> entry.window().height() == 1);
    }

    @Test
    void aPhaseWhoseChannelsStayHasNoEntry() {
        NsgaNetMacroSpace colour = new NsgaNetMacroSpace(new Shape.Image(8, 32, 32), 2, 8);
        Architecture network = colour.architecture("[[1,0,0,0,0,0,1]," + EMPTY + "," + EMPTY + "]");

        assertThat(shapes(network)).doesNotContainKey("phase1.entry");
        assertThat(inputs(network, "phase1.node1.conv")).containsExactly(Architecture.INPUT);
        assertThat(inputs(network, "phase1.exit.concat")).containsExactly(Architecture.INPUT, "phase1.node2.relu");
    }

    @Test
    void noConvolutionHasABiasAndJoinsHaveSeveralInputs() {
        SplitMix64 random = Seeds.random();
        for (int trial = 0; trial < 500; trial++) {
            for (Node node : space.decode(space.random(random)).nodes()) {
                if (node.layer() instanceof Convolution convolution) {
                    assertThat(convolution.bias()).isFalse();
                }
                assertThat(node.inputs().size() > 1).isEqualTo(node.layer() instanceof Concatenation);
            }
        }
    }

    @Test
    void theSmallestImageOfASpaceFitsEveryGenomeAndASmallerOneIsRefused() {
        SplitMix64 random = Seeds.random();
        NsgaNetMacroSpace smallest = new NsgaNetMacroSpace(new Shape.Image(1, 6, 6), 2, 4);
        for (int trial = 0; trial < 500; trial++) {
            assertThat(smallest.decode(smallest.random(random)).output()).isEqualTo(new Shape.Vector(2));
        }

        assertThatThrownBy(() -> new NsgaNetMacroSpace(new Shape.Image(1, 5, 6), 2, 4))
                .isInstanceOf(ArchitectureException.class)
                .hasMessageContaining("at least 6×6, but had 1×5×6");
        assertThatThrownBy(() -> new NsgaNetMacroSpace(new Shape.Image(1, 32, 32), 0, 4))
                .isInstanceOf(ArchitectureException.class)
                .hasMessageContaining("at least 1 class");
    }

    private Architecture network(String... phases) {
        return space.architecture("[" + String.join(",", phases) + "]");
    }

    private static List<String> inputs(Architecture network, String name) {
        return find(network, name).inputs();
    }

    private static Convolution layer(Architecture network, String name) {
        return (Convolution) find(network, name).layer();
    }

    private static Node find(Architecture network, String name) {
        return network.nodes().stream()
                .filter(node -> node.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static Map<String, Shape> shapes(Architecture network) {
        return network.costs().stream()
                .collect(Collectors.toMap(cost -> cost.node().name(), LayerCost::output, (a, b) -> a, TreeMap::new));
    }
}
