package org.plateau.prediction.replay;

import java.util.Collections;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.plateau.core.fitness.LearningCurve;

/**
 * A training as a source recorded it, values in the source's units.
 *
 * @param source where it was recorded
 * @param id of the training within the source
 * @param dataset that it trained on
 * @param series everything measured, by standard name ({@code train_loss}, {@code val_accuracy} …)
 * @param features numbers known of the network and its task, by name
 * @param horizon epochs that a full training was to have, empty where the source does not say so
 */
public record RecordedTraining(
        String source,
        String id,
        String dataset,
        Map<String, LearningCurve> series,
        Map<String, Double> features,
        OptionalDouble horizon) {
    public RecordedTraining {
        series = Collections.unmodifiableMap(new TreeMap<>(series));
        features = Collections.unmodifiableMap(new TreeMap<>(features));
    }
}
