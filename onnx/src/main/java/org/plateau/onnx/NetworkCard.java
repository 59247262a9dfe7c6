package org.plateau.onnx;

import java.util.List;
import java.util.Optional;
import org.plateau.core.fitness.FitnessMeasure;

/**
 * What an ONNX file says of its network beside the graph.
 *
 * @param network its id
 * @param epoch epochs completed when its weights were kept
 * @param fitness name of the measure that the search went by
 * @param value of the fitness in that epoch, empty where it was not measured
 * @param checkpoint SHA-256 of the checkpoint that the weights come from, empty for a graph without weights
 * @param dataset how people call what it was trained on
 * @param fingerprint of that
 * @param classes their names, in the order of the answers
 * @param preparation of the pixels, which is also the graph's beginning
 */
public record NetworkCard(
        String network,
        double epoch,
        FitnessMeasure fitness,
        Optional<Double> value,
        Optional<String> checkpoint,
        String dataset,
        String fingerprint,
        List<String> classes,
        Preparation preparation) {
    public NetworkCard {
        classes = List.copyOf(classes);
    }
}
