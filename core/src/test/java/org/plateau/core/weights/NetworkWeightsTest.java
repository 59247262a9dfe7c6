package org.plateau.core.weights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.plateau.core.architecture.Architecture;
import org.plateau.core.architecture.BatchNormalization;
import org.plateau.core.architecture.Convolution;
import org.plateau.core.architecture.GlobalAveragePooling;
import org.plateau.core.architecture.Linear;
import org.plateau.core.architecture.Node;
import org.plateau.core.architecture.Shape;
import org.plateau.core.architecture.Window;

final class NetworkWeightsTest {
    private static final Architecture ARCHITECTURE = new Architecture(
            new Shape.Image(4, 5, 6),
            List.of(
                    new Node("conv", new Convolution(6, new Window(3, 2, 1, 1, 0, 1), 2, true), List.of("input")),
                    new Node("norm", BatchNormalization.standard(), List.of("conv")),
                    new Node("mean", new GlobalAveragePooling(), List.of("norm")),
                    new Node("answer", new Linear(3, false), List.of("mean"))));

    private static Map<String, Tensor> zeros() {
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        TensorShapes.of(ARCHITECTURE)
                .forEach((name, shape) -> tensors.put(
                        name, new Tensor(shape, new float[shape.stream().reduce(1, (a, b) -> a * b)])));
        return tensors;
    }

    @Test
    void tensorsAreNamedAndShapedAsInPyTorch() {
        assertThat(TensorShapes.of(ARCHITECTURE))
                .containsExactly(
                        Map.entry("conv.weight", List.of(6, 2, 3, 2)),
                        Map.entry("conv.bias", List.of(6)),
                        Map.entry("norm.weight", List.of(6)),
                        Map.entry("norm.bias", List.of(6)),
                        Map.entry("norm.running_mean", List.of(6)),
                        Map.entry("norm.running_var", List.of(6)),
                        Map.entry("answer.weight", List.of(3, 6)));
    }

    @Test
    void trainedTensorsHaveAsManyValuesAsTheArchitectureSays() {
        long trained = zeros().entrySet().stream()
                .filter(tensor -> !tensor.getKey().contains("running"))
                .mapToLong(tensor -> tensor.getValue().size())
                .sum();
        assertThat(trained).isEqualTo(ARCHITECTURE.parameters());
    }

    @Test
    void weightsThatFitAreTakenInTheOrderOfTheNodes() {
        assertThat(NetworkWeights.of(ARCHITECTURE, zeros()).tensors().keySet())
                .containsExactlyElementsOf(TensorShapes.of(ARCHITECTURE).keySet());
    }

    @Test
    void aMissingTensorIsNamed() {
        Map<String, Tensor> tensors = zeros();
        tensors.remove("conv.bias");
        assertThatThrownBy(() -> NetworkWeights.of(ARCHITECTURE, tensors))
                .isInstanceOf(WeightsException.class)
                .hasMessageEndingWith("they have no conv.bias");
    }

    @Test
    void aTensorTooManyIsNamed() {
        Map<String, Tensor> tensors = zeros();
        tensors.put("other.bias", new Tensor(List.of(1), new float[1]));
        assertThatThrownBy(() -> NetworkWeights.of(ARCHITECTURE, tensors)).hasMessageEndingWith("also have other.bias");
    }

    @Test
    void anotherShapeIsToldWithBoth() {
        Map<String, Tensor> tensors = zeros();
        tensors.put("conv.weight", new Tensor(List.of(6, 2, 2, 3), new float[72]));
        assertThatThrownBy(() -> NetworkWeights.of(ARCHITECTURE, tensors))
                .hasMessageEndingWith("conv.weight is [6, 2, 2, 3], expected [6, 2, 3, 2]");
    }

    @Test
    void aTensorHasAsManyValuesAsItsShapeSays() {
        assertThatThrownBy(() -> new Tensor(List.of(2, 3), new float[5]))
                .hasMessage("A tensor of [2, 3] must have 6 values, but had 5");
        assertThatThrownBy(() -> new Tensor(List.of(-1), new float[0])).isInstanceOf(WeightsException.class);
        assertThat(new Tensor(List.of(), new float[] {3}).value(0)).isEqualTo(3);
    }
}
