package org.plateau.core.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Output, parameters and FLOPs of every layer, computed by hand. */
class LayerTest {
    private static final Shape.Image IMAGE = new Shape.Image(6, 10, 12);
    private static final Shape.Vector VECTOR = new Shape.Vector(30);

    static Stream<Arguments> layers() {
        return Stream.of(
                // 3·3·6·8 weights at 10·12 places
                arguments(Convolution.same(8, 3), IMAGE, image(8, 10, 12), 432, 51_840),
                // 5·5·6·4 weights and 4 biases at 3·4 places: (10−5)/2+1 and (12−5)/2+1
                arguments(
                        new Convolution(4, Window.square(5, 2, 0), 1, true), IMAGE, image(4, 3, 4), 604, 600 * 12 + 48),
                // depthwise: 3·3·1·6 weights
                arguments(new Convolution(6, Window.square(3, 1, 1), 6, false), IMAGE, image(6, 10, 12), 54, 6480),
                // two groups of three channels: 1·1·3·4 weights
                arguments(new Convolution(4, Window.square(1, 1, 0), 2, false), IMAGE, image(4, 10, 12), 12, 1440),
                // dilated: a 3×3 kernel covers 5×5
                arguments(new Convolution(2, new Window(3, 3, 1, 0, 0, 2), 1, false), IMAGE, image(2, 6, 8), 108, 5184),
                // 7 rows by 1 column, padded above and below
                arguments(
                        new Convolution(6, new Window(7, 1, 1, 3, 0, 1), 1, false),
                        IMAGE,
                        image(6, 10, 12),
                        252,
                        30_240),
                arguments(BatchNormalization.standard(), IMAGE, IMAGE, 12, 1440),
                arguments(new Relu(), IMAGE, IMAGE, 0, 720),
                arguments(new Relu(), VECTOR, VECTOR, 0, 30),
                arguments(pooling(Pooling.Kind.MAXIMUM, 2, 2, 0), IMAGE, image(6, 5, 6), 0, 720),
                // (10+2−3)/2+1 and (12+2−3)/2+1
                arguments(pooling(Pooling.Kind.AVERAGE, 3, 2, 1), IMAGE, image(6, 5, 6), 0, 720),
                arguments(pooling(Pooling.Kind.MAXIMUM, 2, 2, 0), image(1, 5, 7), image(1, 2, 3), 0, 35),
                arguments(new GlobalAveragePooling(), IMAGE, new Shape.Vector(6), 0, 720),
                arguments(new Flatten(), IMAGE, new Shape.Vector(720), 0, 0),
                arguments(new Flatten(), VECTOR, VECTOR, 0, 0),
                arguments(new Linear(7, true), VECTOR, new Shape.Vector(7), 217, 210),
                arguments(new Linear(7, false), VECTOR, new Shape.Vector(7), 210, 210),
                arguments(new Dropout(0.5), IMAGE, IMAGE, 0, 0),
                arguments(new Dropout(0), VECTOR, VECTOR, 0, 0),
                arguments(new Identity(), IMAGE, IMAGE, 0, 0),
                arguments(new Identity(), VECTOR, VECTOR, 0, 0),
                arguments(new Addition(), VECTOR, VECTOR, 0, 0),
                arguments(new Concatenation(), IMAGE, IMAGE, 0, 0));
    }

    @ParameterizedTest
    @MethodSource("layers")
    void aLayerGivesAndCostsWhatTheRuleSays(Layer layer, Shape input, Shape output, long parameters, long flops) {
        assertThat(layer.output(List.of(input))).isEqualTo(output);
        assertThat(layer.parameters(List.of(input))).isEqualTo(parameters);
        assertThat(layer.flops(List.of(input))).isEqualTo(flops);
    }

    static Stream<Arguments> joins() {
        return Stream.of(
                arguments(new Addition(), List.of(IMAGE, IMAGE, IMAGE), IMAGE),
                arguments(new Addition(), List.of(VECTOR, VECTOR), VECTOR),
                arguments(new Concatenation(), List.of(IMAGE, image(2, 10, 12), image(1, 10, 12)), image(9, 10, 12)),
                arguments(new Concatenation(), List.of(VECTOR, new Shape.Vector(3)), new Shape.Vector(33)));
    }

    @ParameterizedTest
    @MethodSource("joins")
    void inputsAreJoinedForNothing(Layer layer, List<Shape> inputs, Shape output) {
        assertThat(layer.output(inputs)).isEqualTo(output);
        assertThat(layer.parameters(inputs)).isZero();
        assertThat(layer.flops(inputs)).isZero();
    }

    private static Shape.Image image(int channels, int height, int width) {
        return new Shape.Image(channels, height, width);
    }

    private static Pooling pooling(Pooling.Kind kind, int size, int stride, int padding) {
        return new Pooling(kind, Window.square(size, stride, padding));
    }
}
