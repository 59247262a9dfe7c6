package org.plateau.commons;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.plateau.core.architecture.Architecture;
import org.plateau.core.architecture.Convolution;
import org.plateau.core.architecture.Flatten;
import org.plateau.core.architecture.Linear;
import org.plateau.core.architecture.Node;
import org.plateau.core.architecture.Relu;
import org.plateau.core.architecture.Shape;
import org.plateau.core.architecture.Window;
import org.plateau.core.dataset.DatasetProperties;
import org.plateau.core.dataset.DatasetSource;
import org.plateau.core.dataset.DatasetSpecification;
import org.plateau.core.dataset.Split;
import org.plateau.core.fitness.Fitness;
import org.plateau.core.fitness.FitnessMeasure;
import org.plateau.core.fitness.Measurement;
import org.plateau.core.provenance.Environment;
import org.plateau.core.provenance.Provenance;
import org.plateau.core.trail.Ending;
import org.plateau.core.trail.FittedFunction;
import org.plateau.core.trail.Interval;
import org.plateau.core.trail.Origin;
import org.plateau.core.trail.ResumePoint;
import org.plateau.core.trail.TrailEntry;
import org.plateau.core.trail.TrailEvent;
import org.plateau.core.training.Optimizer;
import org.plateau.core.training.Retention;
import org.plateau.core.training.Schedule;
import org.plateau.core.training.TestResult;
import org.plateau.core.training.TrainingConfiguration;

/** Entries of trails as a search writes them. */
final class SampleTrails {
    static final Instant START = Instant.parse("2026-11-24T03:04:05.678Z");
    static final int HORIZON = 15;

    private SampleTrails() {}

    /** Gives entries their place in an attempt, one a second. */
    static List<TrailEntry> entries(String network, int attempt, List<TrailEvent> events) {
        List<TrailEntry> entries = new ArrayList<>();
        for (TrailEvent event : events) {
            int sequence = entries.size();
            entries.add(
                    new TrailEntry(network, attempt, sequence, START.plusSeconds(1000L * attempt + sequence), event));
        }
        return List.copyOf(entries);
    }

    /** A training to the horizon without a stop, tested. */
    static List<TrailEntry> completed(String network) {
        return completed(network, "s1", 1);
    }

    static List<TrailEntry> completed(String network, String search, int ask) {
        List<TrailEvent> events = new ArrayList<>();
        events.add(generated(search, ask));
        events.add(started(Optional.empty()));
        for (int epoch = 1; epoch <= HORIZON; epoch++) {
            events.add(epoch(epoch, accuracy(epoch)));
            events.add(forecast(epoch, 95));
            events.add(verdict(epoch, false));
        }
        events.add(ended(Ending.COMPLETED, HORIZON, Fitness.Origin.MEASURED, accuracy(HORIZON)));
        events.add(new TrailEvent.NetworkTested(
                HORIZON, "beef", new TestResult(Map.of("test_accuracy", 90.0), List.of(List.of(9, 1), List.of(1, 9)))));
        return entries(network, 1, events);
    }

    /** A network that was made of others and has not been trained yet. */
    static List<TrailEntry> child(String network, List<String> parents) {
        TrailEvent.NetworkGenerated other = (TrailEvent.NetworkGenerated) generated("s1", 9);
        Origin origin = new Origin("s1", 9, 1, "nsga-net-macro", "[[9]]", "crossover+mutation", parents);
        return entries(
                network,
                1,
                List.of(new TrailEvent.NetworkGenerated(
                        origin,
                        other.architecture(),
                        other.dataset(),
                        other.properties(),
                        other.training(),
                        other.seed(),
                        other.provenance())));
    }

    /** A training that a verdict stops after so many epochs. */
    static List<TrailEntry> stopped(String network, int epochs) {
        List<TrailEvent> events = new ArrayList<>();
        events.add(generated("s1", 2));
        events.add(started(Optional.empty()));
        for (int epoch = 1; epoch <= epochs; epoch++) {
            events.add(epoch(epoch, accuracy(epoch)));
            events.add(forecast(epoch, 95));
            events.add(verdict(epoch, epoch == epochs));
        }
        events.add(ended(Ending.STOPPED, epochs, Fitness.Origin.PREDICTED, 95));
        return entries(network, 1, events);
    }

    static double accuracy(int epoch) {
        return 100 - 50.0 / epoch;
    }

    static TrailEvent generated(String search, int ask) {
        DatasetProperties properties = new DatasetProperties(
                "digits",
                "f00d",
                new Shape.Image(1, 8, 8),
                List.of("a", "b"),
                List.of(4, 4),
                List.of(1, 1),
                List.of(0, 0),
                List.of(0.1),
                List.of(0.3));
        DatasetSpecification dataset = new DatasetSpecification(
                "digits",
                new DatasetSource.Folder(Path.of("data/digits"), new DatasetSource.Labelling.ByDirectory()),
                new Split(0.8, 0.2, 0, 7),
                DatasetSpecification.PixelTransform.NONE);
        TrainingConfiguration training = new TrainingConfiguration(
                HORIZON,
                32,
                new Optimizer.Sgd(0.025, 0.9, 3e-4, false),
                new Schedule.Cosine(0),
                5,
                FitnessMeasure.named("val_accuracy"),
                new Retention.Last());
        return new TrailEvent.NetworkGenerated(
                new Origin(search, ask, ask / 10, "nsga-net-macro", "[[" + ask + "]]", "random", List.of()),
                architecture(1 + ask % 7),
                dataset,
                properties,
                training,
                42 + ask,
                new Provenance(environment(), Map.of("search", 1L), "{\"name\":\"digits of " + search + "\"}"));
    }

    static Architecture architecture(int channels) {
        return new Architecture(
                new Shape.Image(1, 8, 8),
                List.of(
                        new Node(
                                "stem",
                                new Convolution(channels, new Window(3, 1, 1, 1, 1, 1), 1, true),
                                List.of(Architecture.INPUT)),
                        new Node("relu", new Relu(), List.of("stem")),
                        new Node("flat", new Flatten(), List.of("relu")),
                        new Node("head", new Linear(2, true), List.of("flat"))));
    }

    static Environment environment() {
        return new Environment(
                "0.1.0", "unknown", "17", "Linux", "node1", "CPU", Optional.empty(), "PyTorch", "2.7.1", "cpu", 1);
    }

    static TrailEvent started(Optional<ResumePoint> resumedFrom) {
        return new TrailEvent.AttemptStarted(resumedFrom, environment());
    }

    static TrailEvent epoch(double epoch, double accuracy) {
        return new TrailEvent.EpochMeasured(
                new Measurement(
                        epoch,
                        Map.of(
                                "val_accuracy",
                                accuracy,
                                "val_loss",
                                1 / epoch,
                                "train_accuracy",
                                accuracy + 1,
                                "train_loss",
                                0.9 / epoch,
                                "learning_rate",
                                0.025 / epoch,
                                "seconds",
                                2.5)),
                Optional.of("beef"));
    }

    static TrailEvent forecast(double epoch, double value) {
        return new TrailEvent.ForecastMade(
                epoch,
                "val_accuracy",
                HORIZON,
                value,
                List.of(new Interval(0.8, 90, 100)),
                List.of(new FittedFunction("penguin", Map.of("a", 0.1, "b", 2.0), 1, value)),
                "a4nn",
                0,
                12);
    }

    static TrailEvent verdict(double epoch, boolean stop) {
        return new TrailEvent.VerdictGiven(
                epoch,
                stop,
                stop ? "converged" : "none",
                stop ? "It converged at epoch " + epoch + "." : "No rule wants to stop.",
                Map.of("spread", 0.1),
                0);
    }

    static TrailEvent ended(Ending ending, double epoch, Fitness.Origin origin, double fitness) {
        return new TrailEvent.TrainingEnded(
                ending, epoch, Optional.of(new Fitness(fitness, origin)), "It is " + ending + ".");
    }
}
