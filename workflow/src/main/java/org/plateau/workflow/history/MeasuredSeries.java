package org.plateau.workflow.history;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.plateau.core.fitness.LearningCurve;
import org.plateau.core.fitness.Measurement;

/** The series of a training, by name, while it grows. */
public final class MeasuredSeries {
    private final Map<String, LearningCurve> series = new TreeMap<>();
    private double epoch;

    /** The series of measurements in their order. */
    public static Map<String, LearningCurve> of(List<Measurement> measured) {
        MeasuredSeries all = new MeasuredSeries();
        measured.forEach(all::add);
        return all.series();
    }

    public void add(Measurement measurement) {
        epoch = measurement.epoch();
        measurement
                .values()
                .forEach((name, value) -> series.merge(
                        name,
                        LearningCurve.empty().plus(measurement.epoch(), value),
                        (known, one) -> known.plus(measurement.epoch(), value)));
    }

    /** A view. */
    public Map<String, LearningCurve> series() {
        return Collections.unmodifiableMap(series);
    }

    /** Epochs completed. */
    public double epoch() {
        return epoch;
    }
}
