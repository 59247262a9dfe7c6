package org.plateau.formats.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.plateau.core.architecture.Architecture;
import org.plateau.core.architecture.Flatten;
import org.plateau.core.architecture.Linear;
import org.plateau.core.architecture.Node;
import org.plateau.core.architecture.Relu;
import org.plateau.core.architecture.Shape;

class ArchitectureJsonTest {
    private static final String SMALL = """
            {"schema":"plateau/architecture","version":1,"input":{"type":"image","channels":1,"height":2,"width":2},\
            "nodes":[{"name":"flat","layer":{"type":"flatten"},"inputs":["input"]},\
            {"name":"head","layer":{"type":"linear","features":2,"bias":true},"inputs":["flat"]}]}""";

    private static Architecture small(String first) {
        return new Architecture(
                new Shape.Image(1, 2, 2),
                List.of(
                        new Node(first, new Flatten(), List.of(Architecture.INPUT)),
                        new Node("head", new Linear(2, true), List.of(first))));
    }

    @Test
    void aGraphIsWrittenAsEver() {
        assertThat(ArchitectureJson.write(small("flat"))).isEqualTo(SMALL);
        assertThat(ArchitectureJson.read(SMALL)).isEqualTo(small("flat"));
    }

    @Test
    void theContentHashStaysWhatItWas() {
        // It is in every network's id.
        assertThat(ArchitectureJson.contentHash(small("flat")))
                .isEqualTo("a9c549a76d27b469a2417032c8ec46c978562ff8fb682d4db352091ab20c49ed");
        assertThat(ArchitectureJson.contentHash(small("1"))).isEqualTo(ArchitectureJson.contentHash(small("flat")));
    }

    @Test
    void anotherOrderOrConnectionOrLayerIsAnotherGraph() {
        Architecture graph = small("flat");
        Architecture wider = new Architecture(
                graph.input(), List.of(graph.nodes().get(0), new Node("head", new Linear(3, true), List.of("flat"))));
        Architecture longer = new Architecture(
                graph.input(),
                List.of(
                        graph.nodes().get(0),
                        new Node("relu", new Relu(), List.of("flat")),
                        new Node("head", new Linear(2, true), List.of("flat"))));
        Architecture through = new Architecture(
                graph.input(),
                List.of(
                        graph.nodes().get(0),
                        new Node("relu", new Relu(), List.of("flat")),
                        new Node("head", new Linear(2, true), List.of("relu"))));
        assertThat(List.of(graph, wider, longer, through))
                .extracting(ArchitectureJson::contentHash)
                .doesNotHaveDuplicates();
    }

    @Test
    void whatIsNoArchitectureIsRefusedWithAReason() {
        requireRefused("", "must be a JSON object");
        requireRefused("3", "must be a JSON object");
        requireRefused(SMALL.substring(0, 80), "Not an architecture");
        requireRefused(SMALL.replace("plateau/architecture", "onnx"), "but was \"onnx\"");
        requireRefused(SMALL.replace("\"version\":1", "\"version\":2"), "with version 2");
        requireRefused(SMALL.replace("\"version\":1,", ""), "with version");
        requireRefused(SMALL.replace("\"type\":\"flatten\"", "\"type\":\"fold\""), "fold");
        requireRefused(
                SMALL.replace("\"features\":2,", ""),
                "Not an architecture, field nodes[1].layer.features: it is missing");
        requireRefused(SMALL.replace("\"bias\"", "\"colour\":3,\"bias\""), "colour");
    }

    @Test
    void anUnsoundGraphIsRefusedWithItsOwnReason() {
        requireRefused(SMALL.replace("[\"flat\"]", "[\"nowhere\"]"), "reads \"nowhere\", which is no earlier node");
        requireRefused(SMALL.replace("\"height\":2", "\"height\":0"), "must be at least 1×1×1, but was 1×0×2");
        requireRefused(SMALL.replaceAll("\"nodes\":\\[.*]}$", "\"nodes\":[]}"), "must have at least 1 node");
    }

    private static void requireRefused(String text, String reason) {
        assertThatThrownBy(() -> ArchitectureJson.read(text))
                .as(text)
                .isInstanceOf(JsonFormatException.class)
                .hasMessageContaining(reason);
    }
}
