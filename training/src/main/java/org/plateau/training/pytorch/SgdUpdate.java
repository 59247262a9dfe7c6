package org.plateau.training.pytorch;

import ai.djl.ndarray.NDManager;
import ai.djl.pytorch.engine.PtNDArray;
import java.util.Map;
import org.plateau.core.training.Optimizer;

/**
 * Stochastic gradient descent as {@code torch.optim.SGD} does it: g ← g + λw, b ← μb + g, g ← b (Nesterov: g + μb),
 * w ← w − ηg.
 */
final class SgdUpdate implements Update {
    private final Optimizer.Sgd optimizer;
    private final PtNDArray decay;
    private final PtNDArray momentum;
    private final PtNDArray buffer;
    private PtNDArray rate;

    SgdUpdate(Optimizer.Sgd optimizer, PtNDArray weights) {
        NDManager manager = weights.getManager();
        this.optimizer = optimizer;
        decay = Scalars.of(manager, optimizer.weightDecay());
        momentum = Scalars.of(manager, optimizer.momentum());
        rate = Scalars.of(manager, optimizer.learningRate());
        buffer = (PtNDArray)
                manager.zeros(optimizer.momentum() > 0 ? weights.getShape() : new ai.djl.ndarray.types.Shape(0));
    }

    @Override
    public void learningRate(double value) {
        NDManager manager = rate.getManager();
        rate.close();
        rate = Scalars.of(manager, value);
    }

    @Override
    public void step(PtNDArray weights, PtNDArray gradient) {
        if (optimizer.weightDecay() > 0) {
            try (PtNDArray penalty = weights.mul(decay)) {
                gradient.addi(penalty);
            }
        }
        PtNDArray direction = gradient;
        if (optimizer.momentum() > 0) {
            buffer.muli(momentum).addi(gradient);
            direction = buffer;
            if (optimizer.nesterov()) {
                try (PtNDArray ahead = buffer.mul(momentum)) {
                    direction = gradient.addi(ahead);
                }
            }
        }
        try (PtNDArray change = direction.mul(rate)) {
            weights.subi(change);
        }
    }

    @Override
    public Map<String, PtNDArray> state() {
        return optimizer.momentum() > 0 ? Map.of("momentum_buffer", buffer) : Map.of();
    }
}
