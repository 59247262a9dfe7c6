package org.plateau.training.pytorch;

import ai.djl.Device;
import ai.djl.ndarray.NDManager;
import ai.djl.pytorch.engine.PtNDArray;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.plateau.core.architecture.Architecture;
import org.plateau.core.architecture.Shape;
import org.plateau.core.dataset.DatasetSpecification.PixelTransform;
import org.plateau.core.fitness.FitnessMeasure;
import org.plateau.core.training.Optimizer;
import org.plateau.core.weights.NetworkWeights;
import org.plateau.core.weights.Tensor;
import org.plateau.formats.weights.Safetensors;
import org.plateau.onnx.NetworkCard;
import org.plateau.onnx.OnnxExport;
import org.plateau.onnx.OnnxNetwork;
import org.plateau.onnx.Preparation;
import org.plateau.training.dataset.SplitPart;

/**
 * Asks one network the same of PyTorch and of ONNX Runtime: PyTorch gets pixels as the dataset's reader prepares them, ONNX Runtime gets
 * them as they are in files, and the weights by way of a checkpoint's content.
 */
final class OnnxComparison {
    static final int IMAGES = 100;

    private static final double[] MEANS = {1.5, 0.25, 2.25};
    private static final double[] SPREADS = {0.75, 0.5, 1.25};

    private final PixelTransform transform;
    private final SplittableRandom random;

    OnnxComparison(PixelTransform transform, long seed) {
        this.transform = transform;
        this.random = new SplittableRandom(seed);
    }

    /** Largest difference of any score of {@value #IMAGES} images. */
    double largestDifference(Architecture architecture) {
        PyTorchEngine.load(1);
        try (NDManager manager = NDManager.newBaseManager(Device.cpu(), "PyTorch")) {
            NetworkState state = new NetworkState(new Network(architecture), random.split(), manager);
            disturb(state, manager);
            List<float[]> images = images(architecture.input());
            float[] expected = byPyTorch(state, images, architecture.input(), manager);
            try (OnnxNetwork network = OnnxNetwork.open("network.onnx", onnx(architecture, state))) {
                List<Float> found = network.run(images).stream()
                        .flatMap(answer -> answer.scores().stream())
                        .toList();
                if (found.size() != expected.length) {
                    throw new AssertionError("%d scores, expected %d".formatted(found.size(), expected.length));
                }
                requireTelling(expected, classes(architecture));
                return IntStream.range(0, expected.length)
                        .mapToDouble(i -> Math.abs(expected[i] - found.get(i)))
                        // A NaN is as different as can be.
                        .map(difference -> Double.isNaN(difference) ? Double.POSITIVE_INFINITY : difference)
                        .max()
                        .orElseThrow();
            }
        }
    }

    /** Statistics and scales of batch normalisation are not those of the beginning, and images do not fade on their way. */
    private void disturb(NetworkState state, NDManager manager) {
        state.weights().muli(1.7f);
        add(state.weights(), -0.05, 0.05, manager);
        add(state.statistics(), -0.2, 0.2, manager);
    }

    private void add(PtNDArray array, double from, double to, NDManager manager) {
        int length = (int) array.size();
        if (length > 0) {
            float[] values = new float[length];
            for (int i = 0; i < length; i++) {
                values[i] = (float) random.nextDouble(from, to);
            }
            array.addi(manager.create(values));
        }
    }

    private List<float[]> images(Shape.Image shape) {
        return IntStream.range(0, IMAGES)
                .mapToObj(i -> {
                    float[] pixels = new float[(int) shape.elements()];
                    for (int p = 0; p < pixels.length; p++) {
                        pixels[p] = random.nextInt(4) == 0 ? random.nextInt(6) : (float) random.nextDouble();
                    }
                    return pixels;
                })
                .toList();
    }

    private float[] byPyTorch(NetworkState state, List<float[]> images, Shape.Image shape, NDManager manager) {
        TensorStore store = new TensorStore(manager);
        store.open(SplitPart.TRAIN, shape, new int[images.size()]);
        List<float[]> transformed = new ArrayList<>();
        for (float[] image : images) {
            float[] pixels = image.clone();
            for (int p = 0; p < pixels.length && transform == PixelTransform.LOG1P; p++) {
                pixels[p] = (float) Math.log(1.0 + pixels[p]);
            }
            transformed.add(pixels);
        }
        store.put(SplitPart.TRAIN, 0, transformed);
        store.normalize(first(MEANS, shape.channels()), first(SPREADS, shape.channels()));
        return state.evaluate(store.part(SplitPart.TRAIN).orElseThrow().images())
                .toFloatArray();
    }

    private byte[] onnx(Architecture architecture, NetworkState state) {
        byte[] checkpoint = CheckpointFile.encode(
                state, Update.of(new Optimizer.Sgd(0.1, 0.9, 0, false), state.weights()), new Progress(3, 2, 50));
        Map<String, Tensor> tensors =
                Safetensors.read("epoch-0003.safetensors", checkpoint, name -> !name.contains("/"));
        int classes = classes(architecture);
        return OnnxExport.network(
                architecture,
                NetworkWeights.of(architecture, tensors),
                new NetworkCard(
                        "0123",
                        3,
                        FitnessMeasure.named("val_accuracy"),
                        Optional.of(50.0),
                        Optional.of(CheckpointFile.hash(checkpoint)),
                        "random",
                        "00",
                        IntStream.range(0, classes).mapToObj(Integer::toString).toList(),
                        new Preparation(
                                transform,
                                list(first(MEANS, architecture.input().channels())),
                                list(first(SPREADS, architecture.input().channels())))));
    }

    private static int classes(Architecture architecture) {
        return ((Shape.Vector) architecture.output()).features();
    }

    /** Answers that are the same for all images would be the same in any program. */
    private static void requireTelling(float[] scores, int classes) {
        double least = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < scores.length; i += classes) {
            least = Math.min(least, scores[i]);
            most = Math.max(most, scores[i]);
        }
        if (!(most - least > 0.02)) {
            throw new AssertionError("The first class's scores are all between %s and %s".formatted(least, most));
        }
    }

    private static double[] first(double[] values, int count) {
        return java.util.Arrays.stream(values).limit(count).toArray();
    }

    private static List<Double> list(double[] values) {
        return java.util.Arrays.stream(values).boxed().toList();
    }
}
