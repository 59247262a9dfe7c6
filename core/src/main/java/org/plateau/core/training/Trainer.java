package org.plateau.core.training;

import org.plateau.core.architecture.Architecture;
import org.plateau.core.dataset.DatasetProperties;
import org.plateau.core.provenance.Environment;

/**
 * Trains networks, one after another, on a dataset that it holds loaded. The port between the workflow and whatever
 * trains. Not thread-safe.
 */
public interface Trainer extends AutoCloseable {
    /** The dataset it trains on. */
    DatasetProperties dataset();

    /** Where and with what it computes. */
    Environment environment();

    /**
     * Trains a network until the horizon, until the observer says stop, or until the loss is no number.
     *
     * <p>The same task gives the same measurements on the same environment, whether it was resumed or not.
     *
     * @throws TrainingException if it cannot go on
     */
    TrainingOutcome train(TrainingTask task, EpochObserver observer);

    /**
     * Measures the network of a checkpoint on the test split.
     *
     * @throws TrainingException if there is no test split or the checkpoint does not fit the architecture
     */
    TestResult test(Architecture architecture, Checkpoint checkpoint, int batchSize);

    @Override
    void close();
}
