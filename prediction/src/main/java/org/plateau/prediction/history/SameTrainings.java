package org.plateau.prediction.history;

import java.util.List;
import org.plateau.prediction.FinishedTraining;

/**
 * Trainings as a key: these objects in this order and no equal ones, since to compare whole curves would cost too much.
 * Histories that grew from the same one in different ways share a memory, so that the first training alone does not tell
 * which ones follow.
 */
record SameTrainings(List<FinishedTraining> trainings) {
    SameTrainings {
        trainings = List.copyOf(trainings);
    }

    @Override
    @SuppressWarnings("ReferenceEquality") // See above.
    public boolean equals(Object other) {
        if (!(other instanceof SameTrainings that) || trainings.size() != that.trainings.size()) {
            return false;
        }
        for (int i = 0; i < trainings.size(); i++) {
            if (trainings.get(i) != that.trainings.get(i)) {
                return false;
            }
        }
        return true;
    }

    @Override
    public int hashCode() {
        int hash = 1;
        for (FinishedTraining training : trainings) {
            hash = 31 * hash + System.identityHashCode(training);
        }
        return hash;
    }
}
