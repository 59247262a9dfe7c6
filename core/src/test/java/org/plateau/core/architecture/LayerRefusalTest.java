package org.plateau.core.architecture;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Layers that cannot be, and inputs that a layer cannot take; the message shows the value. */
class LayerRefusalTest {
    private static final Shape.Image IMAGE = new Shape.Image(6, 10, 12);
    private static final Shape.Vector VECTOR = new Shape.Vector(30);

    static Stream<Arguments> layers() {
        Window window = Window.square(3, 1, 1);
        return Stream.of(
                refused(() -> new Convolution(0, window, 1, false), "were 0 with 1 groups"),
                refused(() -> new Convolution(4, window, 0, false), "were 4 with 0 groups"),
                refused(() -> new Convolution(4, window, 3, false), "were 4 with 3 groups"),
                refused(() -> new BatchNormalization(1.5, 1e-5), "had 1.5 and 1.0E-5"),
                refused(() -> new BatchNormalization(Double.NaN, 1e-5), "had NaN"),
                refused(() -> new BatchNormalization(0.1, 0), "0.1 and 0.0"),
                refused(() -> new Dropout(1), "was 1.0"),
                refused(() -> new Dropout(-0.1), "was -0.1"),
                refused(() -> new Dropout(Double.NaN), "was NaN"),
                refused(() -> new Linear(0, true), "had 0"),
                refused(() -> new Pooling(Pooling.Kind.MAXIMUM, new Window(2, 2, 2, 0, 0, 2)), "had a dilation of 2"),
                refused(() -> new Pooling(Pooling.Kind.AVERAGE, Window.square(3, 1, 2)), "padded 2×2 of 3×3"),
                refused(() -> Window.square(0, 1, 0), "was 0×0, stride 1"),
                refused(() -> Window.square(3, 0, 0), "stride 0"),
                refused(() -> Window.square(3, 1, -1), "padding -1×-1"),
                refused(() -> new Window(3, 3, 1, 1, 1, 0), "dilation 0"),
                refused(() -> new Shape.Image(1, 0, 5), "was 1×0×5"),
                refused(() -> new Shape.Vector(0), "had 0"));
    }

    static Stream<Arguments> inputs() {
        Layer pooling = new Pooling(Pooling.Kind.MAXIMUM, Window.square(2, 2, 0));
        return Stream.of(
                refused(
                        Convolution.same(4, 3),
                        List.of(VECTOR),
                        "Convolution takes an image, but was given a vector of 30"),
                refused(Convolution.same(4, 3), List.of(IMAGE, IMAGE), "Convolution takes 1 input, but was given 2"),
                refused(Convolution.same(4, 3), List.of(), "Convolution takes 1 input, but was given 0"),
                refused(
                        new Convolution(4, Window.square(1, 1, 0), 4, false),
                        List.of(IMAGE),
                        "4 groups takes a multiple of as many channels, but was given 6"),
                refused(
                        new Convolution(4, Window.square(11, 1, 0), 1, false),
                        List.of(IMAGE),
                        "A window of 11×11 does not fit an image of 6×10×12"),
                refused(pooling, List.of(new Shape.Image(3, 1, 4)), "2×2 does not fit an image of 3×1×4"),
                refused(pooling, List.of(VECTOR), "Pooling takes an image"),
                refused(BatchNormalization.standard(), List.of(VECTOR), "BatchNormalization takes an image"),
                refused(new GlobalAveragePooling(), List.of(VECTOR), "GlobalAveragePooling takes an image"),
                refused(
                        new Linear(2, true),
                        List.of(IMAGE),
                        "Linear takes a vector, but was given an image of 6×10×12"),
                refused(new Relu(), List.of(IMAGE, IMAGE), "Relu takes 1 input, but was given 2"),
                refused(new Addition(), List.of(), "at least 1 input"),
                refused(new Addition(), List.of(IMAGE, VECTOR), "Addition cannot add 30 to 6×10×12"),
                refused(new Concatenation(), List.of(), "at least 1 input"),
                refused(new Concatenation(), List.of(IMAGE, VECTOR), "cannot join 6×10×12 and 30"),
                refused(
                        new Concatenation(),
                        List.of(IMAGE, new Shape.Image(6, 10, 11)),
                        "cannot join 6×10×12 and 6×10×11"));
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource({"layers", "inputs"})
    void whatCannotBeIsRefused(ThrowingCallable action, String message) {
        assertThatThrownBy(action).isInstanceOf(ArchitectureException.class).hasMessageContaining(message);
    }

    private static Arguments refused(ThrowingCallable action, String message) {
        return arguments(action, message);
    }

    private static Arguments refused(Layer layer, List<Shape> inputs, String message) {
        return refused(() -> layer.output(inputs), message);
    }
}
