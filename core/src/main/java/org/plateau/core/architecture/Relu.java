package org.plateau.core.architecture;

import java.util.List;

/** The rectifier max(0, x), element by element. */
public record Relu() implements Layer {
    @Override
    public Shape output(List<Shape> inputs) {
        return Layer.single(this, inputs);
    }

    @Override
    public long flops(List<Shape> inputs) {
        return Layer.single(this, inputs).elements();
    }
}
