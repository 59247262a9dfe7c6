package org.plateau.training.pytorch;

import ai.djl.ndarray.NDManager;
import ai.djl.pytorch.engine.PtNDArray;
import java.util.SplittableRandom;

/**
 * The values of a network: all weights in one flat vector, all running statistics in another. They belong to the
 * manager of one training and go with it.
 */
final class NetworkState {
    private final Network network;
    private final PtNDArray weights;
    private final PtNDArray statistics;
    private final PtNDArray[] weightViews;
    private final PtNDArray[] statisticViews;
    private final PtNDArray[] constants;

    /** Initial values. */
    NetworkState(Network network, SplittableRandom random, NDManager manager) {
        this.network = network;
        weights = Initialization.draw(network.trained(), random, manager);
        statistics = Initialization.draw(network.statistics(), random, manager);
        weightViews = network.trained().views(weights);
        statisticViews = network.statistics().views(statistics);
        constants = network.constants().stream()
                .map(constant -> constant.on(manager))
                .toArray(PtNDArray[]::new);
    }

    Network network() {
        return network;
    }

    /** All weights and biases; shared memory. */
    PtNDArray weights() {
        return weights;
    }

    /** All running statistics; shared memory. */
    PtNDArray statistics() {
        return statistics;
    }

    /** The answer of the network as it is when it is used. */
    PtNDArray evaluate(PtNDArray images) {
        return network.forward(images, new NetworkTensors(weightViews, statisticViews, constants), false);
    }

    /**
     * The answer of the network in training.
     *
     * @param leaf what {@link #leaf} gave for this batch
     */
    PtNDArray train(PtNDArray images, PtNDArray leaf) {
        return network.forward(
                images, new NetworkTensors(network.trained().views(leaf), statisticViews, constants), true);
    }

    /**
     * The weights as a new array that gathers a gradient, sharing their memory. A new one for every batch needs no zeroing of
     * an old gradient.
     */
    PtNDArray leaf(NDManager batch) {
        PtNDArray leaf = (PtNDArray) weights.stopGradient();
        leaf.attach(batch);
        leaf.setRequiresGradient(true);
        return leaf;
    }
}
