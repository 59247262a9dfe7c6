package org.plateau.core.training;

import java.util.Optional;
import org.plateau.core.fitness.Measurement;

/** Stands beside a training, sees every epoch and may end it. */
@FunctionalInterface
public interface EpochObserver {
    /** What the trainer does next. */
    enum Reply {
        CONTINUE,
        STOP
    }

    /**
     * Called when an epoch is completed and its checkpoint is safely on disk.
     *
     * @param measurement everything measured in the epoch
     * @param checkpoint absent where the epoch was cut short by a loss that is no number
     */
    Reply epochCompleted(Measurement measurement, Optional<Checkpoint> checkpoint);
}
