package org.plateau.workflow.history;

import java.util.List;
import java.util.Optional;
import org.plateau.core.dataset.DatasetProperties;
import org.plateau.core.dataset.DatasetSpecification;
import org.plateau.core.training.TrainingConfiguration;
import org.plateau.prediction.FinishedTraining;

/** Finished trainings of other searches that a new one can learn from. */
public interface EarlierTrainings {
    /**
     * Trainings whose ends tell something of those of a search. Asked once, when it begins.
     *
     * @param specification of the search's dataset
     * @param dataset the same as it was loaded
     * @param training of the search's networks
     * @return those that tell least first
     */
    List<FinishedTraining> alike(
            DatasetSpecification specification, DatasetProperties dataset, TrainingConfiguration training);

    /** One of them again, empty where it is not known any more. */
    Optional<FinishedTraining> named(String network);

    /** There are none. */
    static EarlierTrainings none() {
        return new EarlierTrainings() {
            @Override
            public List<FinishedTraining> alike(
                    DatasetSpecification specification, DatasetProperties dataset, TrainingConfiguration training) {
                return List.of();
            }

            @Override
            public Optional<FinishedTraining> named(String network) {
                return Optional.empty();
            }
        };
    }
}
