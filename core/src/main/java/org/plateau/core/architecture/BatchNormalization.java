package org.plateau.core.architecture;

import java.util.List;

/**
 * Batch normalisation over the channels of an image, with a trained scale and shift
 * (Ioffe and Szegedy 2015, arXiv 1502.03167).
 *
 * @param momentum share of the newest batch in the running statistics, PyTorch's convention
 * @param epsilon added to the variance
 */
public record BatchNormalization(double momentum, double epsilon) implements Layer {
    public BatchNormalization {
        if (!(momentum >= 0 && momentum <= 1) || !(epsilon > 0)) {
            throw new ArchitectureException(
                    "Batch normalisation needs a momentum in [0, 1] and an epsilon > 0, but had %s and %s"
                            .formatted(momentum, epsilon));
        }
    }

    /** PyTorch's defaults: momentum 0.1, epsilon 1e-5. */
    public static BatchNormalization standard() {
        return new BatchNormalization(0.1, 1e-5);
    }

    @Override
    public Shape.Image output(List<Shape> inputs) {
        return Layer.image(this, inputs);
    }

    @Override
    public long parameters(List<Shape> inputs) {
        return 2L * Layer.image(this, inputs).channels();
    }

    @Override
    public long flops(List<Shape> inputs) {
        return 2 * Layer.image(this, inputs).elements();
    }
}
