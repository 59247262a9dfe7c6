package org.plateau.training.pytorch;

import ai.djl.pytorch.engine.PtNDArray;
import java.util.Map;
import org.plateau.core.training.Optimizer;

/** An optimiser's step on the flat vector of all weights, and what it remembers between steps. */
interface Update {
    /**
     * Changes the weights in place.
     *
     * @param gradient of the loss; overwritten
     */
    void step(PtNDArray weights, PtNDArray gradient);

    /** Sets the learning rate of the steps that follow. */
    void learningRate(double rate);

    /** What it remembers, by PyTorch's names; flat vectors as long as the weights, and scalars. */
    Map<String, PtNDArray> state();

    /** The update of an optimiser whose memory is empty; everything that it keeps belongs to the manager of the weights. */
    static Update of(Optimizer optimizer, PtNDArray weights) {
        return optimizer instanceof Optimizer.Adam adam
                ? new AdamUpdate(adam, weights)
                : new SgdUpdate((Optimizer.Sgd) optimizer, weights);
    }
}
