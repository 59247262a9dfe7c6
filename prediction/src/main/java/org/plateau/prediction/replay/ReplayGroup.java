package org.plateau.prediction.replay;

import java.util.List;
import java.util.Optional;
import org.plateau.core.fitness.FitnessMeasure;
import org.plateau.prediction.Observation;

/**
 * Trainings of one source on one dataset, judged by one measure: what is replayed as one search.
 *
 * @param source where they were recorded
 * @param dataset that they trained on
 * @param fitness the measure in points, larger is better; its name is the recorded one
 * @param horizon epoch at which the trainings usually end
 * @param trainings whose end is known, in order of arrival
 * @param excluded how many more end before the horizon and so tell no truth
 */
public record ReplayGroup(
        String source,
        String dataset,
        FitnessMeasure fitness,
        double horizon,
        List<ReplayTraining> trainings,
        int excluded) {
    public ReplayGroup {
        trainings = List.copyOf(trainings);
        if (excluded < 0) {
            throw new IllegalArgumentException("No fewer than 0 trainings can be excluded, but were " + excluded);
        }
    }

    /** The worst value of the scale, which a training that diverged is worth. */
    public static final double WORST = 0;

    /** Name of the measure that is the fitness. */
    public String metric() {
        return fitness.name();
    }

    /** One of the trainings, whole, as an engine may see it. */
    Observation observation(ReplayTraining training) {
        return new Observation(training.series(metric()), fitness, horizon, Optional.empty(), training.features());
    }

    /** The trainings as far as a predictor may see them. */
    List<ReplayTraining> seen(Sight sight) {
        return sight.companions()
                ? trainings
                : trainings.stream().map(ReplayTraining::alone).toList();
    }
}
