package org.plateau.core.architecture;

import java.util.List;

/** The mean of every channel: an image becomes a vector of its channels. */
public record GlobalAveragePooling() implements Layer {
    @Override
    public Shape.Vector output(List<Shape> inputs) {
        return new Shape.Vector(Layer.image(this, inputs).channels());
    }

    @Override
    public long flops(List<Shape> inputs) {
        return Layer.image(this, inputs).elements();
    }
}
