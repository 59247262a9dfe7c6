package org.plateau.core.trail;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.plateau.core.architecture.Architecture;
import org.plateau.core.dataset.DatasetProperties;
import org.plateau.core.dataset.DatasetSpecification;
import org.plateau.core.fitness.Fitness;
import org.plateau.core.fitness.Measurement;
import org.plateau.core.provenance.Environment;
import org.plateau.core.provenance.Provenance;
import org.plateau.core.training.TestResult;
import org.plateau.core.training.TrainingConfiguration;

/** Something that happened in a network's life, as one line of its record trail. */
public sealed interface TrailEvent {

    /** The network was made: its origin, its graph, what it trains on and how. The first event of every attempt. */
    record NetworkGenerated(
            Origin origin,
            Architecture architecture,
            DatasetSpecification dataset,
            DatasetProperties properties,
            TrainingConfiguration training,
            long seed,
            Provenance provenance)
            implements TrailEvent {}

    /**
     * An attempt at training began. Epochs of older attempts after the resumed one no longer count.
     *
     * @param resumedFrom the checkpoint that it goes on from, empty from the beginning
     * @param environment where it trains
     */
    record AttemptStarted(Optional<ResumePoint> resumedFrom, Environment environment) implements TrailEvent {}

    /** An epoch was completed. The checkpoint's hash is empty where none was written. */
    record EpochMeasured(Measurement measurement, Optional<String> checkpoint) implements TrailEvent {}

    /**
     * The fitness at the horizon was predicted.
     *
     * @param epoch epochs seen
     * @param measure name of the fitness measure
     * @param horizon epoch that is predicted
     * @param value the prediction, ±∞ or NaN where there is none
     * @param intervals around it
     * @param functions their fits and weights
     * @param method preset or engine that made it
     * @param history version of the finished trainings that it knew, 0 for none
     * @param micros CPU time that it took, in microseconds
     */
    record ForecastMade(
            double epoch,
            String measure,
            double horizon,
            double value,
            List<Interval> intervals,
            List<FittedFunction> functions,
            String method,
            long history,
            long micros)
            implements TrailEvent {
        public ForecastMade {
            intervals = List.copyOf(intervals);
            functions = List.copyOf(functions);
        }
    }

    /**
     * A rule judged the training.
     *
     * @param epoch epochs seen
     * @param stop whether it ends here
     * @param rule that decided, {@code none} where no rule wanted to stop
     * @param reason a sentence
     * @param numbers behind the sentence
     * @param peers version of the running trainings and front that it knew, 0 for none
     */
    record VerdictGiven(double epoch, boolean stop, String rule, String reason, Map<String, Double> numbers, long peers)
            implements TrailEvent {
        public VerdictGiven {
            numbers = Collections.unmodifiableMap(new LinkedHashMap<>(numbers));
        }
    }

    /**
     * The attempt ended.
     *
     * @param ending how
     * @param epoch epochs completed
     * @param fitness what the searcher is told, empty where there is none to tell
     * @param message one sentence
     */
    record TrainingEnded(Ending ending, double epoch, Optional<Fitness> fitness, String message)
            implements TrailEvent {}

    /** The network of a checkpoint was measured on the test split. */
    record NetworkTested(double epoch, String checkpoint, TestResult result) implements TrailEvent {}
}
