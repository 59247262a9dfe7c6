package org.plateau.training.pytorch;

import ai.djl.pytorch.engine.PtNDArray;

/**
 * The tensors that a forward pass reads, by their number; not copies.
 *
 * @param trained weights and biases
 * @param statistics running means and variances, which a pass in training updates
 * @param constants what the layers need besides
 */
@SuppressWarnings("ArrayRecordComponent") // Read in every operation of every batch, compared never.
record NetworkTensors(PtNDArray[] trained, PtNDArray[] statistics, PtNDArray[] constants) {}
