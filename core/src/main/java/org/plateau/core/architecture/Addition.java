package org.plateau.core.architecture;

import java.util.List;

/** The sum of inputs of one shape, element by element. Takes at least one input. */
public record Addition() implements Layer {
    @Override
    public Shape output(List<Shape> inputs) {
        if (inputs.isEmpty()) {
            throw new ArchitectureException("Addition takes at least 1 input, but was given none");
        }
        for (Shape shape : inputs) {
            if (!shape.equals(inputs.get(0))) {
                throw new ArchitectureException("Addition cannot add %s to %s".formatted(shape, inputs.get(0)));
            }
        }
        return inputs.get(0);
    }
}
