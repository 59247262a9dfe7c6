package org.plateau.onnx;

import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import ai.onnx.proto.OnnxMl.StringStringEntryProto;
import java.util.List;
import java.util.Optional;
import org.plateau.core.architecture.Architecture;
import org.plateau.core.architecture.Shape;
import org.plateau.core.dataset.DatasetSpecification.PixelTransform;
import org.plateau.core.provenance.Build;
import org.plateau.core.weights.NetworkWeights;
import org.plateau.core.weights.Tensor;
import org.plateau.core.weights.TensorShapes;

/**
 * Writes networks as ONNX models: pixels as they are in the files go in at {@value #IMAGES} (batch × channels × height × width), the
 * answers before softmax come out as {@value #SCORES} and after it as {@value #PROBABILITIES} (batch × classes). The
 * preparation of the pixels is the graph's beginning, so that nobody can forget it; its numbers are in the metadata as well.
 *
 * <p>The same network gives the same bytes.
 */
public final class OnnxExport {
    /** The graph's input. */
    public static final String IMAGES = "images";

    /** Output: one number for each class, any size. */
    public static final String SCORES = "scores";

    /** Output: their softmax. */
    public static final String PROBABILITIES = "probabilities";

    /** Version of the operators. */
    static final int OPERATORS = 17;

    /** Version of the file format that goes with it. */
    private static final int FORMAT = 8;

    private OnnxExport() {}

    /**
     * A trained network.
     *
     * @throws OnnxException if the network does not answer with one number for each class
     */
    public static byte[] network(Architecture architecture, NetworkWeights weights, NetworkCard card) {
        return model(architecture, Optional.of(weights), card).toByteArray();
    }

    /**
     * A graph without weights. They are inputs of it, by PyTorch's names, so that it is a sound model that any weights can be given
     * to.
     *
     * @throws OnnxException as {@link #network}
     */
    public static byte[] graph(Architecture architecture, NetworkCard card) {
        return model(architecture, Optional.empty(), card).toByteArray();
    }

    private static ModelProto model(Architecture architecture, Optional<NetworkWeights> weights, NetworkCard card) {
        List<Integer> answers = List.of(card.classes().size());
        if (!architecture.output().equals(new Shape.Vector(answers.get(0)))) {
            throw new OnnxException("Network %s answers %s, expected a vector of %d, its classes"
                    .formatted(card.network(), architecture.output(), answers.get(0)));
        }
        Shape.Image input = architecture.input();
        GraphDraft draft = new GraphDraft("network-" + card.network());
        draft.addBatchInput(IMAGES, List.of(input.channels(), input.height(), input.width()));
        if (weights.isPresent()) {
            weights.get().tensors().forEach(draft::addConstant);
        } else {
            TensorShapes.of(architecture).forEach(draft::addInput);
        }
        String last = new LayerNodes(draft, prepared(draft, card.preparation(), input)).add(architecture.nodes());
        draft.add("Identity", SCORES, List.of(last));
        draft.add("Softmax", PROBABILITIES, List.of(SCORES), GraphDraft.integer("axis", 1));
        draft.addBatchOutput(SCORES, answers);
        draft.addBatchOutput(PROBABILITIES, answers);
        ModelProto.Builder model = ModelProto.newBuilder()
                .setIrVersion(FORMAT)
                .setProducerName("Plateau")
                .setProducerVersion(Build.current().version())
                .setDocString("Network %s, trained on %s, after epoch %s"
                        .formatted(card.network(), card.dataset(), card.epoch()))
                .addOpsetImport(OperatorSetIdProto.newBuilder().setDomain("").setVersion(OPERATORS))
                .setGraph(draft.graph());
        Metadata.of(card, architecture)
                .forEach((key, value) -> model.addMetadataProps(
                        StringStringEntryProto.newBuilder().setKey(key).setValue(value)));
        return model.build();
    }

    /** Adds what happens to the pixels and returns the name of what it gives. */
    private static String prepared(GraphDraft draft, Preparation preparation, Shape.Image input) {
        if (preparation.mean().size() != input.channels()) {
            throw new OnnxException("The network takes %d channels, but there are means of %d"
                    .formatted(input.channels(), preparation.mean().size()));
        }
        String pixels = IMAGES;
        if (preparation.transform() == PixelTransform.LOG1P) {
            draft.addConstant("input/one", new Tensor(List.of(), new float[] {1}));
            draft.add("Add", "input/plus_one", List.of(IMAGES, "input/one"));
            draft.add("Log", "input/transformed", List.of("input/plus_one"));
            pixels = "input/transformed";
        }
        draft.addConstant("input/mean", channels(preparation.mean()));
        draft.addConstant("input/spread", channels(preparation.spread()));
        draft.add("Sub", "input/centred", List.of(pixels, "input/mean"));
        draft.add("Div", "input/prepared", List.of("input/centred", "input/spread"));
        return "input/prepared";
    }

    private static Tensor channels(List<Double> values) {
        float[] floats = new float[values.size()];
        for (int i = 0; i < floats.length; i++) {
            floats[i] = values.get(i).floatValue();
        }
        return new Tensor(List.of(1, floats.length, 1, 1), floats);
    }
}
