package org.plateau.workflow.history;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.plateau.prediction.FinishedTraining;

/**
 * One line of a run's history: a training that is over, as later ones may see it.
 *
 * @param training what was measured in it, and what is known of its network
 * @param values of the objectives and the fitness as the searcher was told, by name; none where it was told of a failure,
 *     and none of a training from the data commons
 * @param measured whether none of the values was predicted
 * @param explored whether it went to the horizon although a rule would have stopped it
 */
public record HistoryLine(FinishedTraining training, Map<String, Double> values, boolean measured, boolean explored) {
    public HistoryLine {
        values = Collections.unmodifiableMap(new TreeMap<>(values));
    }

    /** A training that the searcher of this run was not told of. */
    public static HistoryLine untold(FinishedTraining training) {
        return new HistoryLine(training, Map.of(), true, false);
    }
}
