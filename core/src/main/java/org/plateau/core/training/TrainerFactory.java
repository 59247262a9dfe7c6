package org.plateau.core.training;

import org.plateau.core.dataset.DatasetSpecification;

/** Opens a trainer on a dataset. */
@FunctionalInterface
public interface TrainerFactory {
    /**
     * Loads the dataset and readies the device.
     *
     * @param device {@code auto}, {@code cpu}, {@code gpu} or {@code gpu:N}
     * @param threads compute threads of one training
     * @throws org.plateau.core.dataset.DatasetException if the dataset cannot be used
     * @throws TrainingException if the device is not there
     */
    Trainer open(DatasetSpecification dataset, String device, int threads);
}
