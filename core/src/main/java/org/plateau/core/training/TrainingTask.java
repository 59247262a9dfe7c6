package org.plateau.core.training;

import java.nio.file.Path;
import java.util.Optional;
import org.plateau.core.architecture.Architecture;

/**
 * One network to train.
 *
 * @param architecture its graph
 * @param configuration how
 * @param seed of its initial weights, and with the epoch of every shuffle and dropout
 * @param checkpoints folder that checkpoints are written to
 * @param resumeFrom where to go on, empty to begin
 */
public record TrainingTask(
        Architecture architecture,
        TrainingConfiguration configuration,
        long seed,
        Path checkpoints,
        Optional<Checkpoint> resumeFrom) {}
