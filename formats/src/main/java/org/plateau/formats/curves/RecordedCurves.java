package org.plateau.formats.curves;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.plateau.core.fitness.LearningCurve;

/**
 * All series of one recorded training.
 *
 * @param source where it was recorded
 * @param id of the training within the source
 * @param dataset that it trained on
 * @param architecture of its network, as the source writes it; may be empty
 * @param series by standard name ({@code train_loss}, {@code val_accuracy} …), epochs counted as completed
 * @param lastLine of the file that tells of it, counted from 1
 */
public record RecordedCurves(
        String source,
        String id,
        String dataset,
        String architecture,
        Map<String, LearningCurve> series,
        long lastLine) {
    public RecordedCurves {
        series = Collections.unmodifiableMap(new TreeMap<>(series));
    }

    /** The series of a measure, empty where it was not recorded. */
    public LearningCurve curve(String measure) {
        return series.getOrDefault(measure, LearningCurve.empty());
    }
}
