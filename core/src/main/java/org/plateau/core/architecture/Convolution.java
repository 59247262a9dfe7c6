package org.plateau.core.architecture;

import java.util.List;

/**
 * A two-dimensional convolution.
 *
 * @param channels output channels, a multiple of {@code groups}
 * @param window kernel, stride, padding and dilation
 * @param groups groups of channels that do not see each other; the input's channels for a depthwise convolution
 * @param bias whether each output channel has a trained offset
 */
public record Convolution(int channels, Window window, int groups, boolean bias) implements Layer {
    public Convolution {
        if (channels < 1 || groups < 1 || channels % groups != 0) {
            throw new ArchitectureException(
                    "A convolution's output channels must be a multiple of its groups, but were %d with %d groups"
                            .formatted(channels, groups));
        }
    }

    /** A square convolution without bias that keeps the size of the image (for an odd kernel). */
    public static Convolution same(int channels, int kernel) {
        return new Convolution(channels, Window.square(kernel, 1, kernel / 2), 1, false);
    }

    @Override
    public Shape.Image output(List<Shape> inputs) {
        Shape.Image image = Layer.image(this, inputs);
        if (image.channels() % groups != 0) {
            throw new ArchitectureException(
                    "A convolution with %d groups takes a multiple of as many channels, but was given %d"
                            .formatted(groups, image.channels()));
        }
        return window.over(image, channels);
    }

    @Override
    public long parameters(List<Shape> inputs) {
        return weights(Layer.image(this, inputs)) + (bias ? channels : 0);
    }

    @Override
    public long flops(List<Shape> inputs) {
        Shape.Image output = output(inputs);
        long positions = (long) output.height() * output.width();
        return weights(Layer.image(this, inputs)) * positions + (bias ? output.elements() : 0);
    }

    private long weights(Shape.Image input) {
        return (long) window.height() * window.width() * (input.channels() / groups) * channels;
    }
}
