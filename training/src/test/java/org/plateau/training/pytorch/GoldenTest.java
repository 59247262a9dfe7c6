package org.plateau.training.pytorch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDManager;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.jni.JniUtils;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Properties;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.plateau.core.architecture.Addition;
import org.plateau.core.architecture.Architecture;
import org.plateau.core.architecture.BatchNormalization;
import org.plateau.core.architecture.Concatenation;
import org.plateau.core.architecture.Convolution;
import org.plateau.core.architecture.Dropout;
import org.plateau.core.architecture.Flatten;
import org.plateau.core.architecture.GlobalAveragePooling;
import org.plateau.core.architecture.Identity;
import org.plateau.core.architecture.Linear;
import org.plateau.core.architecture.Node;
import org.plateau.core.architecture.Pooling;
import org.plateau.core.architecture.Relu;
import org.plateau.core.architecture.Shape;
import org.plateau.core.architecture.Window;
import org.plateau.core.training.Optimizer;

/** A network of every layer trains as it does in Python; golden.py made the numbers, with torch 2.7.1 on a CPU. */
class GoldenTest {
    private static final int IMAGES = 12;
    private static final double TOLERANCE = 2e-5;

    private final Properties golden = new Properties();
    private NDManager manager;

    @BeforeEach
    void open() throws IOException {
        try (InputStream stream = GoldenTest.class.getResourceAsStream("golden.properties")) {
            golden.load(stream);
        }
        PyTorchEngine.load(1);
        JniUtils.setGradMode(false);
        manager = NDManager.newBaseManager(ai.djl.Device.cpu(), "PyTorch");
    }

    @AfterEach
    void close() {
        manager.close();
    }

    @Test
    void plainGradientDescentIsPyTorchs() {
        check("sgd", new Optimizer.Sgd(0.1, 0, 0, false), Double.POSITIVE_INFINITY);
    }

    @Test
    void momentumWeightDecayAndClippingArePyTorchs() {
        check("momentum", new Optimizer.Sgd(0.05, 0.9, 0.01, false), 0.5);
    }

    @Test
    void nesterovsStepIsPyTorchs() {
        check("nesterov", new Optimizer.Sgd(0.05, 0.8, 0.01, true), Double.POSITIVE_INFINITY);
    }

    @Test
    void adamIsPyTorchs() {
        check("adam", new Optimizer.Adam(0.02, 0.8, 0.95, 1e-6, 0.01), 0.5);
    }

    @Test
    void theNetworkHasAsManyParametersAsItsArchitectureCounts() {
        for (Architecture architecture : List.of(architecture(), SmallTraining.architecture())) {
            assertThat(new Network(architecture).trained().size()).isEqualTo(architecture.parameters());
        }
    }

    private void check(String name, Optimizer optimizer, double clip) {
        Network network = new Network(architecture());
        NetworkState state = new NetworkState(network, new Seeds(1).initialization(), manager);
        setWeights(state);
        ImageTensors images = images();
        Update update = Update.of(optimizer, state.weights());
        TrainingPass pass = new TrainingPass(state, images, update, new GradientClip(clip, manager), IMAGES);
        long[] order = LongStream.range(0, IMAGES).toArray();

        for (int step = 1; step <= 6; step++) {
            double loss = pass.run(order).loss();
            assertThat(loss).as("loss of step %d", step).isCloseTo(value(name + ".loss." + step), within(TOLERANCE));
        }

        PtNDArray[] weights = network.trained().views(state.weights());
        PtNDArray[] statistics = network.statistics().views(state.statistics());
        for (int i = 0; i < weights.length; i++) {
            String tensor = network.trained().slices().get(i).name();
            assertThat(weights[i].reshape(-1).toFloatArray()[0])
                    .as(tensor)
                    .isCloseTo((float) value(name + ".first." + tensor), within((float) TOLERANCE));
            assertSum(weights[i], name + ".sum." + tensor);
        }
        assertSum(statistics[0], name + ".sum.b.running_mean");
        assertSum(statistics[1], name + ".sum.b.running_var");
        assertThat(EvaluationPass.run(state, images, 3, 5).loss())
                .isCloseTo(value(name + ".evaluation"), within(TOLERANCE));
    }

    private void assertSum(PtNDArray tensor, String key) {
        float[] values = tensor.reshape(-1).toFloatArray();
        double sum = IntStream.range(0, values.length)
                .mapToDouble(i -> Math.abs(values[i]))
                .sum();
        assertThat(sum).as(key).isCloseTo(value(key), within(TOLERANCE * values.length));
    }

    private double value(String key) {
        return Double.parseDouble(golden.getProperty(key));
    }

    private void setWeights(NetworkState state) {
        FlatTensors trained = state.network().trained();
        PtNDArray[] views = trained.views(state.weights());
        for (int i = 0; i < views.length; i++) {
            ParameterSlice slice = trained.slices().get(i);
            PtNDArray wave = (PtNDArray) manager.create(wave((int) slice.size(), 0.4, i), slice.shape());
            views[i].subi(views[i]).addi(wave);
        }
    }

    private ImageTensors images() {
        int[] labels = IntStream.range(0, IMAGES).map(i -> i % 3).toArray();
        long[] classes = IntStream.of(labels).asLongStream().toArray();
        return new ImageTensors(
                (PtNDArray) manager.create(
                        wave(IMAGES * 2 * 9 * 8, 1, 0.25), new ai.djl.ndarray.types.Shape(IMAGES, 2, 9, 8)),
                (PtNDArray) manager.create(classes, new ai.djl.ndarray.types.Shape(IMAGES, 1)),
                labels);
    }

    private static float[] wave(int count, double scale, double phase) {
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = (float) (scale * Math.sin(0.7 * i + phase));
        }
        return values;
    }

    private static Architecture architecture() {
        Pooling mean = new Pooling(Pooling.Kind.AVERAGE, Window.square(3, 2, 1));
        Pooling largest = new Pooling(Pooling.Kind.MAXIMUM, Window.square(2, 1, 0));
        return new Architecture(
                new Shape.Image(2, 9, 8),
                List.of(
                        new Node("a", new Convolution(4, Window.square(3, 1, 1), 1, true), List.of("input")),
                        new Node("b", BatchNormalization.standard(), List.of("a")),
                        new Node("c", new Relu(), List.of("b")),
                        new Node("d", new Convolution(4, new Window(1, 7, 1, 0, 3, 1), 2, false), List.of("c")),
                        new Node("e", new Convolution(4, new Window(3, 3, 1, 2, 2, 2), 4, true), List.of("c")),
                        new Node("f", new Addition(), List.of("d", "e")),
                        new Node("f1", new Addition(), List.of("f")),
                        new Node("g", new Concatenation(), List.of("c", "f1")),
                        new Node("g1", new Concatenation(), List.of("g")),
                        new Node("g2", new Identity(), List.of("g1")),
                        new Node("h", mean, List.of("g2")),
                        new Node("i", largest, List.of("h")),
                        new Node("k", new Convolution(3, Window.square(1, 1, 0), 1, false), List.of("i")),
                        new Node("k1", new Flatten(), List.of("k")),
                        new Node("l", new GlobalAveragePooling(), List.of("h")),
                        new Node("m", new Concatenation(), List.of("l", "k1")),
                        new Node("n", new Linear(5, false), List.of("m")),
                        new Node("o", new Dropout(0), List.of("n")),
                        new Node("p", new Linear(3, true), List.of("o"))));
    }
}
