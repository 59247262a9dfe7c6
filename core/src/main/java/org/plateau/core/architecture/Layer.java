package org.plateau.core.architecture;

import java.util.List;

/**
 * What one node of the architecture graph computes.
 *
 * <p>The counting rule for FLOPs, per sample and forward pass, is the one that NSGA-Net's published figures follow: a
 * convolution counts k²·Cin/groups·Cout·H·W of its output (plus one for each output element with a bias), batch
 * normalisation 2 for each element, ReLU 1, pooling 1 for each <em>input</em> element, a linear layer in·out; moving
 * and joining values is free, dropout and identity as well. A multiply and its add are counted as one.
 */
public sealed interface Layer
        permits Convolution,
                BatchNormalization,
                Relu,
                Pooling,
                GlobalAveragePooling,
                Concatenation,
                Addition,
                Flatten,
                Linear,
                Dropout,
                Identity {

    /**
     * Infers the shape of the output.
     *
     * @throws ArchitectureException if this layer cannot take these inputs
     */
    Shape output(List<Shape> inputs);

    /** Number of trained values (weights and biases; running statistics are not trained and do not count). */
    default long parameters(List<Shape> inputs) {
        return 0;
    }

    /** FLOPs for one sample, by the rule above. */
    default long flops(List<Shape> inputs) {
        return 0;
    }

    /** The only input, which must be an image. */
    static Shape.Image image(Layer layer, List<Shape> inputs) {
        if (single(layer, inputs) instanceof Shape.Image image) {
            return image;
        }
        throw new ArchitectureException(name(layer) + " takes an image, but was given a vector of " + inputs.get(0));
    }

    /** The only input. */
    static Shape single(Layer layer, List<Shape> inputs) {
        if (inputs.size() != 1) {
            throw new ArchitectureException(name(layer) + " takes 1 input, but was given " + inputs.size());
        }
        return inputs.get(0);
    }

    private static String name(Layer layer) {
        return layer.getClass().getSimpleName();
    }
}
