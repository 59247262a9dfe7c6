package org.plateau.core.architecture;

import java.util.List;

/** Largest or mean value under a sliding window. Padding does not count in a mean. */
public record Pooling(Kind kind, Window window) implements Layer {
    /** How the values under the window become one. */
    public enum Kind {
        MAXIMUM,
        AVERAGE
    }

    public Pooling {
        if (window.dilation() != 1) {
            throw new ArchitectureException("Pooling is not dilated, but had a dilation of " + window.dilation());
        }
        if (2 * window.verticalPadding() > window.height() || 2 * window.horizontalPadding() > window.width()) {
            throw new ArchitectureException("Pooling pads at most half of its window, but padded %d×%d of %d×%d"
                    .formatted(window.verticalPadding(), window.horizontalPadding(), window.height(), window.width()));
        }
    }

    @Override
    public Shape.Image output(List<Shape> inputs) {
        Shape.Image image = Layer.image(this, inputs);
        return window.over(image, image.channels());
    }

    @Override
    public long flops(List<Shape> inputs) {
        return Layer.image(this, inputs).elements();
    }
}
