package org.plateau.training.pytorch;

import ai.djl.pytorch.engine.PtNDArray;

/** What a node of the network computes. */
@FunctionalInterface
interface Operation {
    /**
     * Computes.
     *
     * @param inputs in the order of the node
     * @param tensors of the whole network
     * @param training whether batch statistics are taken and values dropped
     * @return a new array, in the manager of the first input
     */
    PtNDArray apply(PtNDArray[] inputs, NetworkTensors tensors, boolean training);
}
