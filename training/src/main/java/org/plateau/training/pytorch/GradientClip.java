package org.plateau.training.pytorch;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.pytorch.engine.PtNDArray;

/**
 * Shrinks a gradient whose L2 norm is above a limit, as {@code torch.nn.utils.clip_grad_norm_} does it: by
 * limit / (norm + 1e-6), at most by 1.
 */
final class GradientClip {
    private static final int[] ALL = {0};

    private final boolean limited;
    private final PtNDArray limit;
    private final PtNDArray small;
    private final PtNDArray one;

    /** A clip to the limit, +∞ for none. */
    GradientClip(double limit, NDManager manager) {
        limited = limit < Double.POSITIVE_INFINITY;
        this.limit = Scalars.of(manager, limit);
        small = Scalars.of(manager, 1e-6);
        one = Scalars.of(manager, 1);
    }

    /** Clips in place. */
    void apply(PtNDArray gradient) {
        if (limited) {
            try (NDArray norm = gradient.norm(2, ALL, false);
                    NDArray factor = limit.div(norm.addi(small));
                    NDArray capped = factor.minimum(one)) {
                gradient.muli(capped);
            }
        }
    }
}
