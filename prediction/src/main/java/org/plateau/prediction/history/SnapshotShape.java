package org.plateau.prediction.history;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.plateau.core.fitness.FitnessMeasure;
import org.plateau.prediction.FinishedTraining;
import org.plateau.prediction.Observation;

/**
 * What is looked at when trainings are compared: only what the observed training and all finished ones have.
 *
 * @param fitness that is predicted
 * @param companions other series
 * @param features names of numbers known of the networks
 * @param early whether the first half of a companion is looked at by itself: among few points it only repeats the last
 */
record SnapshotShape(FitnessMeasure fitness, List<FitnessMeasure> companions, List<String> features, boolean early) {
    private static final int POINTS_FOR_EARLY = 8;

    static SnapshotShape of(Observation observation, Collection<FinishedTraining> finished) {
        Set<String> series = new TreeSet<>(observation.series().keySet());
        Set<String> features = new TreeSet<>(observation.features().keySet());
        series.remove(observation.fitness().name());
        for (FinishedTraining training : finished) {
            series.retainAll(training.series().keySet());
            features.retainAll(training.features().keySet());
        }
        return new SnapshotShape(
                observation.fitness(),
                series.stream().map(FitnessMeasure::named).toList(),
                List.copyOf(features),
                observation.curve().size() >= POINTS_FOR_EARLY);
    }
}
