package org.plateau.core.architecture;

import java.util.List;

/**
 * Zeroes values at random while training (Srivastava et al. 2014) and does nothing afterwards.
 *
 * @param rate probability in [0, 1) that a value is dropped
 */
public record Dropout(double rate) implements Layer {
    public Dropout {
        if (!(rate >= 0 && rate < 1)) {
            throw new ArchitectureException("A dropout rate must be in [0, 1), but was " + rate);
        }
    }

    @Override
    public Shape output(List<Shape> inputs) {
        return Layer.single(this, inputs);
    }
}
