package org.plateau.prediction.replay;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.plateau.core.fitness.LearningCurve;
import org.plateau.prediction.FinishedTraining;

/**
 * A training that is replayed: its end is known, and nothing of it lies after the horizon.
 *
 * @param id of the training within its source
 * @param dataset that it trained on
 * @param fitness its fitness in points, larger is better; never empty
 * @param companions its other series as they were recorded, by name
 * @param features numbers known of the network and its task, by name
 * @param truth its fitness at the horizon in points, the worst of the scale where it diverged
 * @param diverged whether its fitness ended as no number
 */
public record ReplayTraining(
        String id,
        String dataset,
        LearningCurve fitness,
        Map<String, LearningCurve> companions,
        Map<String, Double> features,
        double truth,
        boolean diverged) {
    public ReplayTraining {
        companions = Collections.unmodifiableMap(new TreeMap<>(companions));
        features = Collections.unmodifiableMap(new TreeMap<>(features));
        if (fitness.isEmpty() || !Double.isFinite(truth)) {
            throw new IllegalArgumentException("A replayed training needs a fitness and a truth, but %s had %s and %s"
                    .formatted(id, fitness, truth));
        }
    }

    /** Epochs that it takes to train it to its end. */
    public double end() {
        return fitness.lastEpoch();
    }

    /** All series, the fitness under its name. */
    Map<String, LearningCurve> series(String fitnessName) {
        Map<String, LearningCurve> all = new TreeMap<>(companions);
        all.put(fitnessName, fitness);
        return all;
    }

    /** This training with its fitness alone. */
    ReplayTraining alone() {
        return companions.isEmpty() && features.isEmpty()
                ? this
                : new ReplayTraining(id, dataset, fitness, Map.of(), Map.of(), truth, diverged);
    }

    /** As evidence for others; one that diverged has no final value and counts as incomplete. */
    FinishedTraining finished(String fitnessName) {
        return new FinishedTraining(id, dataset, series(fitnessName), !diverged, features);
    }
}
