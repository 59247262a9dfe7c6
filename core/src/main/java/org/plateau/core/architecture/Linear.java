package org.plateau.core.architecture;

import java.util.List;

/**
 * A fully connected layer.
 *
 * @param features size of the output vector
 * @param bias whether each output has a trained offset (it counts as parameters, not as FLOPs)
 */
public record Linear(int features, boolean bias) implements Layer {
    public Linear {
        if (features < 1) {
            throw new ArchitectureException("A linear layer must have at least 1 output, but had " + features);
        }
    }

    @Override
    public Shape.Vector output(List<Shape> inputs) {
        width(inputs);
        return new Shape.Vector(features);
    }

    @Override
    public long parameters(List<Shape> inputs) {
        return width(inputs) * features + (bias ? features : 0);
    }

    @Override
    public long flops(List<Shape> inputs) {
        return width(inputs) * features;
    }

    private long width(List<Shape> inputs) {
        if (Layer.single(this, inputs) instanceof Shape.Vector vector) {
            return vector.features();
        }
        throw new ArchitectureException("Linear takes a vector, but was given an image of " + inputs.get(0));
    }
}
