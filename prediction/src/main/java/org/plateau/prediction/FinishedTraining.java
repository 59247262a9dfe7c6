package org.plateau.prediction;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.plateau.core.fitness.LearningCurve;

/**
 * One training that ended, as evidence of how others will end.
 *
 * @param network id of the network
 * @param dataset fingerprint or name of what it trained on
 * @param series everything measured, by name
 * @param complete whether it was trained to the horizon; a stopped one ends early and tells no final value
 * @param features numbers known of the network and its task, by name
 */
public record FinishedTraining(
        String network,
        String dataset,
        Map<String, LearningCurve> series,
        boolean complete,
        Map<String, Double> features) {
    public FinishedTraining {
        series = Collections.unmodifiableMap(new TreeMap<>(series));
        features = Collections.unmodifiableMap(new TreeMap<>(features));
    }
}
