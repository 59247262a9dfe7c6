package org.plateau.onnx;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OnnxValue;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.TensorInfo;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.plateau.core.architecture.Shape;

/** A network in an ONNX file that Plateau wrote, run by ONNX Runtime on one thread. Not thread-safe. */
public final class OnnxNetwork implements AutoCloseable {
    private final String name;
    private final OrtEnvironment environment;
    private final OrtSession session;
    private final Map<String, String> metadata;
    private final List<String> classes;
    private final Shape.Image shape;

    private OnnxNetwork(String name, OrtEnvironment environment, OrtSession session) throws OrtException {
        this.name = name;
        this.environment = environment;
        this.session = session;
        this.metadata = Map.copyOf(session.getMetadata().getCustomMetadata());
        this.classes = Metadata.classes(name, metadata);
        this.shape = shape(name, session);
    }

    /**
     * Opens a file.
     *
     * @throws OnnxException if it cannot be read or is no network that Plateau wrote
     */
    public static OnnxNetwork open(Path file) {
        try {
            return open(file.toString(), Files.readAllBytes(file));
        } catch (IOException e) {
            throw new OnnxException("%s cannot be read: %s".formatted(file, e), e);
        }
    }

    /**
     * Opens a file's content.
     *
     * @param name of it, for messages
     * @throws OnnxException as {@link #open(Path)}
     */
    public static OnnxNetwork open(String name, byte[] content) {
        OrtEnvironment environment = OrtEnvironment.getEnvironment(OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR, "plateau");
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            options.setIntraOpNumThreads(1);
            options.setInterOpNumThreads(1);
            OrtSession session = environment.createSession(content, options);
            try {
                return new OnnxNetwork(name, environment, session);
            } catch (OnnxException | OrtException e) {
                session.close();
                throw e;
            }
        } catch (OrtException e) {
            throw new OnnxException("%s is no ONNX file that can be run: %s".formatted(name, e.getMessage()), e);
        }
    }

    /** Shape of one image. */
    public Shape.Image shape() {
        return shape;
    }

    /** Names of the classes, in the order of the answers. */
    public List<String> classes() {
        return classes;
    }

    /** The file's metadata properties. */
    public Map<String, String> metadata() {
        return metadata;
    }

    /**
     * Asks the network.
     *
     * @param images pixels as they are in the files, channel by channel and row by row
     * @return its answers, in the order of the images
     * @throws OnnxException if an image has another size
     */
    public List<Answer> run(List<float[]> images) {
        if (images.isEmpty()) {
            return List.of();
        }
        FloatBuffer pixels = ByteBuffer.allocateDirect(Math.toIntExact(Float.BYTES * shape.elements() * images.size()))
                .order(ByteOrder.nativeOrder())
                .asFloatBuffer();
        for (float[] image : images) {
            if (image.length != shape.elements()) {
                throw new OnnxException("%s takes images of %s, %d pixels, but was given one of %d"
                        .formatted(name, shape, shape.elements(), image.length));
            }
            pixels.put(image);
        }
        long[] dimensions = {images.size(), shape.channels(), shape.height(), shape.width()};
        try (OnnxTensor input = OnnxTensor.createTensor(environment, pixels.rewind(), dimensions);
                OrtSession.Result result = session.run(Map.of(OnnxExport.IMAGES, input))) {
            float[][] scores = rows(result, OnnxExport.SCORES);
            float[][] probabilities = rows(result, OnnxExport.PROBABILITIES);
            List<Answer> answers = new ArrayList<>(scores.length);
            for (int i = 0; i < scores.length; i++) {
                answers.add(Answer.of(scores[i], probabilities[i]));
            }
            return List.copyOf(answers);
        } catch (OrtException e) {
            throw new OnnxException("%s cannot be run: %s".formatted(name, e.getMessage()), e);
        }
    }

    private float[][] rows(OrtSession.Result result, String output) throws OrtException {
        OnnxValue value = result.get(output)
                .orElseThrow(() -> new OnnxException("%s has no output \"%s\"".formatted(name, output)));
        if (value.getValue() instanceof float[][] rows) {
            return rows;
        }
        throw new OnnxException(
                "%s: its output \"%s\" is %s, expected a table of floats".formatted(name, output, value.getInfo()));
    }

    private static Shape.Image shape(String name, OrtSession session) throws OrtException {
        Map<String, NodeInfo> inputs = session.getInputInfo();
        NodeInfo images = inputs.get(OnnxExport.IMAGES);
        if (images == null || inputs.size() != 1) {
            throw new OnnxException("%s has the inputs %s, expected \"%s\" alone%s"
                    .formatted(
                            name,
                            inputs.keySet(),
                            OnnxExport.IMAGES,
                            images == null ? "" : " (a graph without weights cannot be run by itself)"));
        }
        if (images.getInfo() instanceof TensorInfo tensor && tensor.getShape().length == 4) {
            long[] sizes = tensor.getShape();
            return new Shape.Image((int) sizes[1], (int) sizes[2], (int) sizes[3]);
        }
        throw new OnnxException(
                "%s: its input is %s, expected batch × channels × height × width".formatted(name, images.getInfo()));
    }

    @Override
    public void close() {
        try {
            session.close();
        } catch (OrtException e) {
            throw new OnnxException("%s cannot be closed: %s".formatted(name, e.getMessage()), e);
        }
    }
}
