package org.plateau.core.architecture;

import java.util.List;

/** An image laid out as a vector, channel by channel and row by row. */
public record Flatten() implements Layer {
    @Override
    public Shape.Vector output(List<Shape> inputs) {
        return new Shape.Vector(Math.toIntExact(Layer.single(this, inputs).elements()));
    }
}
