package org.plateau.training.pytorch;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.pytorch.engine.PtNDArray;
import java.util.Map;
import org.plateau.core.training.Optimizer;

/**
 * Adam (Kingma and Ba 2015, arXiv 1412.6980, algorithm 1) as {@code torch.optim.Adam} does it: the penalty is added to the
 * gradient, and epsilon to the root of the corrected second moment.
 */
final class AdamUpdate implements Update {
    private final Optimizer.Adam optimizer;
    private final PtNDArray decay;
    private final PtNDArray beta1;
    private final PtNDArray beta2;
    private final PtNDArray rest1;
    private final PtNDArray rest2;
    private final PtNDArray epsilon;
    private final PtNDArray mean;
    private final PtNDArray square;
    private final PtNDArray steps;
    private long taken = -1;
    private double rate;

    AdamUpdate(Optimizer.Adam optimizer, PtNDArray weights) {
        NDManager manager = weights.getManager();
        this.optimizer = optimizer;
        decay = Scalars.of(manager, optimizer.weightDecay());
        beta1 = Scalars.of(manager, optimizer.beta1());
        beta2 = Scalars.of(manager, optimizer.beta2());
        rest1 = Scalars.of(manager, 1 - optimizer.beta1());
        rest2 = Scalars.of(manager, 1 - optimizer.beta2());
        epsilon = Scalars.of(manager, optimizer.epsilon());
        mean = (PtNDArray) manager.zeros(weights.getShape());
        square = (PtNDArray) manager.zeros(weights.getShape());
        steps = (PtNDArray) manager.create(0L);
        rate = optimizer.learningRate();
    }

    @Override
    public void learningRate(double value) {
        rate = value;
    }

    @Override
    public void step(PtNDArray weights, PtNDArray gradient) {
        if (taken < 0) {
            // Either 0 or what a checkpoint put there.
            taken = steps.getLong();
        }
        taken++;
        steps.addi(1L);
        NDManager manager = gradient.getManager();
        double correction1 = 1 - Math.pow(optimizer.beta1(), (double) taken);
        double correction2 = Math.sqrt(1 - Math.pow(optimizer.beta2(), (double) taken));
        if (optimizer.weightDecay() > 0) {
            try (PtNDArray penalty = weights.mul(decay)) {
                gradient.addi(penalty);
            }
        }
        try (PtNDArray part = gradient.mul(rest1)) {
            mean.muli(beta1).addi(part);
        }
        try (PtNDArray part = gradient.mul(gradient)) {
            part.muli(rest2);
            square.muli(beta2).addi(part);
        }
        try (NDArray root = square.sqrt();
                PtNDArray correction = Scalars.of(manager, correction2);
                PtNDArray size = Scalars.of(manager, rate / correction1)) {
            root.divi(correction).addi(epsilon);
            try (NDArray change = mean.div(root)) {
                change.muli(size);
                weights.subi(change);
            }
        }
    }

    @Override
    public Map<String, PtNDArray> state() {
        return Map.of("exp_avg", mean, "exp_avg_sq", square, "step", steps);
    }
}
