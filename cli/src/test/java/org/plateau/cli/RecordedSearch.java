package org.plateau.cli;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.plateau.commons.Commons;
import org.plateau.commons.CommonsStore;
import org.plateau.core.architecture.Architecture;
import org.plateau.core.architecture.Flatten;
import org.plateau.core.architecture.Linear;
import org.plateau.core.architecture.Node;
import org.plateau.core.architecture.Shape;
import org.plateau.core.dataset.DatasetProperties;
import org.plateau.core.dataset.DatasetSource;
import org.plateau.core.dataset.DatasetSpecification;
import org.plateau.core.dataset.Split;
import org.plateau.core.fitness.FitnessMeasure;
import org.plateau.core.fitness.Measurement;
import org.plateau.core.provenance.Environment;
import org.plateau.core.provenance.Provenance;
import org.plateau.core.trail.Ending;
import org.plateau.core.trail.Origin;
import org.plateau.core.trail.TrailEntry;
import org.plateau.core.trail.TrailEvent;
import org.plateau.core.training.Optimizer;
import org.plateau.core.training.Retention;
import org.plateau.core.training.Schedule;
import org.plateau.core.training.TrainingConfiguration;

/** Writes a commons of one search whose networks were measured as a test says. */
final class RecordedSearch {
    private static final Environment ENVIRONMENT = new Environment(
            "0.1.0", "unknown", "17", "Linux", "node1", "CPU", Optional.empty(), "PyTorch", "2.7.1", "cpu", 1);

    private RecordedSearch() {}

    /** Networks 1, 2, 3 … with these accuracies at epochs 1, 2, 3 …; those that end before the horizon were stopped. */
    static Path commons(Path database, int horizon, double[]... accuracies) {
        try (CommonsStore store = Commons.open(database)) {
            for (int ask = 1; ask <= accuracies.length; ask++) {
                store.record(entries(ask, horizon, accuracies[ask - 1]));
            }
        }
        return database;
    }

    /** Networks on a dataset, named after the search; the later it was asked for, the newer. */
    static void record(
            CommonsStore store, String search, DatasetProperties dataset, int horizon, double[]... accuracies) {
        for (int ask = 1; ask <= accuracies.length; ask++) {
            store.record(entries(search, dataset, ask, horizon, accuracies[ask - 1]));
        }
    }

    static DatasetProperties dataset(String fingerprint, Shape.Image shape, String... classes) {
        List<Integer> each = Collections.nCopies(classes.length, 4);
        return new DatasetProperties(
                "digits", fingerprint, shape, List.of(classes), each, each, each, List.of(0.1), List.of(0.3));
    }

    private static List<TrailEntry> entries(int ask, int horizon, double[] accuracies) {
        DatasetProperties digits = new DatasetProperties(
                "digits",
                "f00d",
                new Shape.Image(1, 8, 8),
                List.of("a", "b"),
                List.of(4, 4),
                List.of(1, 1),
                List.of(0, 0),
                List.of(0.1),
                List.of(0.3));
        return entries("network", digits, ask, horizon, accuracies);
    }

    private static List<TrailEntry> entries(
            String name, DatasetProperties dataset, int ask, int horizon, double[] accuracies) {
        List<TrailEvent> events = new ArrayList<>();
        events.add(generated(dataset, ask, horizon));
        events.add(new TrailEvent.AttemptStarted(Optional.empty(), ENVIRONMENT));
        for (int i = 0; i < accuracies.length; i++) {
            events.add(new TrailEvent.EpochMeasured(
                    new Measurement(i + 1, Map.of("val_accuracy", accuracies[i], "seconds", 2.0)), Optional.empty()));
        }
        events.add(new TrailEvent.TrainingEnded(
                accuracies.length < horizon ? Ending.STOPPED : Ending.COMPLETED,
                accuracies.length,
                Optional.empty(),
                "It ended."));
        List<TrailEntry> entries = new ArrayList<>();
        for (TrailEvent event : events) {
            entries.add(new TrailEntry(
                    name + "-" + ask,
                    1,
                    entries.size(),
                    Instant.parse("2026-11-24T03:04:05.678Z").plusSeconds(100L * ask + entries.size()),
                    event));
        }
        return entries;
    }

    private static TrailEvent generated(DatasetProperties dataset, int ask, int horizon) {
        Architecture architecture = new Architecture(
                new Shape.Image(1, 8, 8),
                List.of(
                        new Node("flat", new Flatten(), List.of(Architecture.INPUT)),
                        new Node("head", new Linear(2, true), List.of("flat"))));
        return new TrailEvent.NetworkGenerated(
                new Origin("s1", ask, 0, "nsga-net-macro", "[[" + ask + "]]", "random", List.of()),
                architecture,
                new DatasetSpecification(
                        "digits",
                        new DatasetSource.Folder(Path.of("data/digits"), new DatasetSource.Labelling.ByDirectory()),
                        new Split(0.8, 0.2, 0, 7),
                        DatasetSpecification.PixelTransform.NONE),
                dataset,
                new TrainingConfiguration(
                        horizon,
                        32,
                        new Optimizer.Sgd(0.025, 0.9, 3e-4, false),
                        new Schedule.Cosine(0),
                        5,
                        FitnessMeasure.named("val_accuracy"),
                        new Retention.Last()),
                ask,
                new Provenance(ENVIRONMENT, Map.of("search", 1L), "{}"));
    }
}
