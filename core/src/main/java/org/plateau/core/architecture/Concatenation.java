package org.plateau.core.architecture;

import java.util.List;

/** Images of one size joined along their channels, or vectors joined end to end. Takes at least one input. */
public record Concatenation() implements Layer {
    @Override
    public Shape output(List<Shape> inputs) {
        if (inputs.isEmpty()) {
            throw new ArchitectureException("Concatenation takes at least 1 input, but was given none");
        }
        Shape joined = inputs.get(0);
        for (Shape next : inputs.subList(1, inputs.size())) {
            joined = join(joined, next);
        }
        return joined;
    }

    private static Shape join(Shape left, Shape right) {
        if (left instanceof Shape.Vector a && right instanceof Shape.Vector b) {
            return new Shape.Vector(a.features() + b.features());
        }
        if (left instanceof Shape.Image a
                && right instanceof Shape.Image b
                && a.height() == b.height()
                && a.width() == b.width()) {
            return new Shape.Image(a.channels() + b.channels(), a.height(), a.width());
        }
        throw new ArchitectureException("Concatenation cannot join %s and %s".formatted(left, right));
    }
}
