package org.plateau.prediction;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.plateau.core.fitness.FitnessMeasure;
import org.plateau.core.fitness.LearningCurve;
import org.plateau.core.training.Schedule;

/**
 * What is known of one unfinished training: everything that engines and rules may look at, and nothing else.
 *
 * @param series every series measured so far by name ({@code train_loss}, {@code val_accuracy}, {@code seconds} …)
 * @param fitness which of them is predicted; its series may be absent before the first measurement
 * @param horizon epoch at which the fitness is predicted
 * @param schedule of the learning rate, where it is known
 * @param features numbers known of the network and its task, by name: {@code mflops}, {@code parameters},
 *     {@link #CHANCE} …
 */
public record Observation(
        Map<String, LearningCurve> series,
        FitnessMeasure fitness,
        double horizon,
        Optional<Schedule> schedule,
        Map<String, Double> features) {

    /** Name of the feature that holds the fitness of guessing, in the measure's unit (50 for two balanced classes). */
    public static final String CHANCE = "chance";

    /**
     * @throws IllegalArgumentException if the horizon is not a positive number, or the fitness was measured after it
     */
    public Observation {
        series = Collections.unmodifiableMap(new TreeMap<>(series));
        features = Collections.unmodifiableMap(new TreeMap<>(features));
        if (!(horizon > 0) || Double.isInfinite(horizon)) {
            throw new IllegalArgumentException("A horizon must be a finite number > 0, but was " + horizon);
        }
        LearningCurve measured = series.getOrDefault(fitness.name(), LearningCurve.empty());
        if (!measured.isEmpty() && measured.lastEpoch() > horizon) {
            throw new IllegalArgumentException("A horizon must not lie before the last measured epoch, but %s of %s was"
                            .formatted(horizon, fitness.name())
                    + " measured up to epoch " + measured.lastEpoch());
        }
    }

    /** An observation of the fitness series alone. */
    public static Observation of(FitnessMeasure fitness, LearningCurve curve, double horizon) {
        return new Observation(Map.of(fitness.name(), curve), fitness, horizon, Optional.empty(), Map.of());
    }

    /** The series of the fitness, empty before its first measurement. */
    public LearningCurve curve() {
        return series.getOrDefault(fitness.name(), LearningCurve.empty());
    }

    /** Epochs completed when the fitness was last measured, 0 before its first measurement. */
    public double epoch() {
        return curve().isEmpty() ? 0 : curve().lastEpoch();
    }

    /** A feature's value, empty where it is not known. */
    public OptionalDouble feature(String name) {
        Double value = features.get(name);
        return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
    }

    /** What was known when {@code epoch} epochs were completed. */
    public Observation upTo(double epoch) {
        return new Observation(upTo(series, epoch), fitness, horizon, schedule, features);
    }

    /** The points of all series up to and including an epoch. */
    static Map<String, LearningCurve> upTo(Map<String, LearningCurve> series, double epoch) {
        return series.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue()
                .upTo(epoch)));
    }
}
