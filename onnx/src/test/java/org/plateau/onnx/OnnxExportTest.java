package org.plateau.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import com.google.protobuf.InvalidProtocolBufferException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.plateau.core.architecture.Architecture;
import org.plateau.core.architecture.Node;
import org.plateau.core.architecture.Relu;
import org.plateau.core.architecture.Shape;
import org.plateau.core.dataset.DatasetProperties;
import org.plateau.core.dataset.DatasetSpecification.PixelTransform;

final class OnnxExportTest {
    private static final NetworkCard CARD =
            Small.card(Small.preparation(PixelTransform.LOG1P), "cat", "\"dog\", or not");

    private static ModelProto parsed(byte[] content) {
        try {
            return ModelProto.parseFrom(content);
        } catch (InvalidProtocolBufferException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void theModelIsOfAVersionThatMostRuntimesRead() {
        ModelProto model = parsed(OnnxExport.network(Small.architecture(), Small.weights(), CARD));
        assertThat(model.getIrVersion()).isEqualTo(8);
        assertThat(model.getOpsetImportList()).singleElement().satisfies(set -> assertThat(set.getVersion())
                .isEqualTo(17));
        assertThat(model.getProducerName()).isEqualTo("Plateau");
    }

    @Test
    void theGraphIsThePreparationThenTheNodesThenSoftmax() {
        GraphProto graph = parsed(OnnxExport.network(Small.architecture(), Small.weights(), CARD))
                .getGraph();
        assertThat(graph.getNodeList())
                .extracting(NodeProto::getOpType)
                .containsExactly(
                        "Add",
                        "Log",
                        "Sub",
                        "Div",
                        "MaxPool",
                        "GlobalAveragePool",
                        "Flatten",
                        "Gemm",
                        "Identity",
                        "Softmax");
        assertThat(graph.getInputList()).extracting(ValueInfoProto::getName).containsExactly("images");
        assertThat(graph.getOutputList())
                .extracting(ValueInfoProto::getName)
                .containsExactly("scores", "probabilities");
    }

    @Test
    void theMetadataSaysWhatTheNetworkIs() {
        try (OnnxNetwork network =
                OnnxNetwork.open("n.onnx", OnnxExport.network(Small.architecture(), Small.weights(), CARD))) {
            assertThat(network.metadata())
                    .containsEntry("classes", "[\"cat\",\"\\\"dog\\\", or not\"]")
                    .containsEntry("mean", "[1.0]")
                    .containsEntry("spread", "[2.0]")
                    .containsEntry("pixel_transform", "log1p")
                    .containsEntry("plateau.network", "0123456789abcdef")
                    .containsEntry("plateau.epoch", "7")
                    .containsEntry("plateau.fitness_measure", "val_accuracy")
                    .containsEntry("plateau.fitness", "87.5")
                    .containsEntry("plateau.checkpoint", "ab12")
                    .containsEntry("plateau.dataset", "four pixels")
                    .containsEntry("plateau.dataset_fingerprint", "cd34")
                    .containsKeys("plateau.version", "plateau.architecture")
                    .hasSize(13);
            assertThat(network.classes()).containsExactly("cat", "\"dog\", or not");
            assertThat(network.shape()).isEqualTo(new Shape.Image(1, 2, 2));
        }
    }

    @Test
    void theSameNetworkGivesTheSameBytes() {
        assertThat(OnnxExport.network(Small.architecture(), Small.weights(), CARD))
                .isEqualTo(OnnxExport.network(Small.architecture(), Small.weights(), CARD));
    }

    @Test
    void aGraphWithoutWeightsTakesThemAsInputsAndAnswersTheSame() throws OrtException {
        byte[] graph = OnnxExport.graph(Small.architecture(), CARD);
        OrtEnvironment environment = OrtEnvironment.getEnvironment();
        float[] pixels = {0, 5, 3, 1};
        try (OrtSession session = environment.createSession(graph);
                OnnxTensor images = OnnxTensor.createTensor(environment, new float[][][][] {{{{0, 5}, {3, 1}}}});
                OnnxTensor weight = OnnxTensor.createTensor(environment, new float[][] {{2}, {-1}});
                OnnxTensor bias = OnnxTensor.createTensor(environment, new float[] {0.5f, 0.25f});
                OrtSession.Result result =
                        session.run(Map.of("images", images, "answer.weight", weight, "answer.bias", bias));
                OnnxNetwork whole =
                        OnnxNetwork.open("n.onnx", OnnxExport.network(Small.architecture(), Small.weights(), CARD))) {
            float[][] scores = (float[][]) result.get("scores").orElseThrow().getValue();
            Answer answer = whole.run(List.of(pixels)).get(0);
            assertThat(answer.scores()).containsExactly(scores[0][0], scores[0][1]);
        }
    }

    @Test
    void namesOfNodesAndTensorsDoNotGetMixedUp() {
        Architecture architecture = new Architecture(
                Small.architecture().input(),
                List.of(
                        Small.architecture().nodes().get(0),
                        Small.architecture().nodes().get(1),
                        new Node("answer.weight", new Relu(), List.of("mean")),
                        new Node("images", new Relu(), List.of("answer.weight")),
                        new Node("answer", Small.architecture().nodes().get(2).layer(), List.of("images")),
                        new Node("scores", new Relu(), List.of("answer"))));
        byte[] content = OnnxExport.network(architecture, Small.weights(), CARD);
        try (OnnxNetwork network = OnnxNetwork.open("n.onnx", content)) {
            assertThat(network.run(List.of(new float[] {0, 0, 0, 0}))).hasSize(1);
        }
    }

    @Test
    void aNetworkWithOtherAnswersThanClassesIsRefused() {
        NetworkCard card = Small.card(Small.preparation(PixelTransform.NONE), "a", "b", "c");
        assertThatThrownBy(() -> OnnxExport.network(Small.architecture(), Small.weights(), card))
                .isInstanceOf(OnnxException.class)
                .hasMessage("Network 0123456789abcdef answers 2, expected a vector of 3, its classes");
    }

    @Test
    void meansOfOtherChannelsAreRefused() {
        Preparation three = new Preparation(PixelTransform.NONE, List.of(0.0, 0.0, 0.0), List.of(1.0, 1.0, 1.0));
        assertThatThrownBy(() -> OnnxExport.graph(Small.architecture(), Small.card(three, "a", "b")))
                .hasMessage("The network takes 1 channels, but there are means of 3");
        assertThatThrownBy(() -> new Preparation(PixelTransform.NONE, List.of(0.0), List.of(0.0)))
                .isInstanceOf(OnnxException.class);
    }

    @Test
    void aChannelWithoutSpreadIsNotScaled() {
        DatasetProperties plain = new DatasetProperties(
                "plain",
                "00",
                new Shape.Image(2, 2, 2),
                List.of("a", "b"),
                List.of(1, 1),
                List.of(1, 1),
                List.of(0, 0),
                List.of(5.0, 6.0),
                List.of(0.0, 3.0));
        assertThat(Preparation.of(PixelTransform.NONE, plain))
                .isEqualTo(new Preparation(PixelTransform.NONE, List.of(5.0, 6.0), List.of(1.0, 3.0)));
    }
}
