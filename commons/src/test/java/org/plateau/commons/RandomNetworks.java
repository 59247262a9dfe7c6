package org.plateau.commons;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.plateau.core.architecture.Addition;
import org.plateau.core.architecture.Architecture;
import org.plateau.core.architecture.Convolution;
import org.plateau.core.architecture.Flatten;
import org.plateau.core.architecture.Linear;
import org.plateau.core.architecture.Node;
import org.plateau.core.architecture.Relu;
import org.plateau.core.architecture.Shape;
import org.plateau.core.dataset.DatasetProperties;
import org.plateau.core.dataset.DatasetSource;
import org.plateau.core.dataset.DatasetSpecification;
import org.plateau.core.dataset.Split;
import org.plateau.core.fitness.Direction;
import org.plateau.core.fitness.Fitness;
import org.plateau.core.fitness.FitnessMeasure;
import org.plateau.core.fitness.Measurement;
import org.plateau.core.provenance.Provenance;
import org.plateau.core.trail.Ending;
import org.plateau.core.trail.Origin;
import org.plateau.core.trail.TrailEntry;
import org.plateau.core.trail.TrailEvent;
import org.plateau.core.training.Optimizer;
import org.plateau.core.training.Retention;
import org.plateau.core.training.Schedule;
import org.plateau.core.training.TestResult;
import org.plateau.core.training.TrainingConfiguration;

/** Networks of several searches, datasets and trainings, whose recorded values are often the same and sometimes missing. */
final class RandomNetworks {
    private final Random random;
    private int made;

    RandomNetworks(Random random) {
        this.random = random;
    }

    /** The trail of the next network. */
    List<TrailEntry> next() {
        made++;
        List<TrailEvent> events = new ArrayList<>();
        events.add(generated());
        if (random.nextInt(10) > 0) {
            events.add(SampleTrails.started(Optional.empty()));
            int stride = random.nextInt(6) == 0 ? 2 : 1;
            int epochs = random.nextInt(8) * stride;
            for (int epoch = stride; epoch <= epochs; epoch += stride) {
                events.add(new TrailEvent.EpochMeasured(measured(epoch), Optional.empty()));
            }
            if (random.nextInt(4) > 0) {
                ended(events, epochs);
            }
        }
        return SampleTrails.entries("n%03d".formatted(made), 1, events);
    }

    /** A value that is often the same, and sometimes none. */
    double value() {
        return switch (random.nextInt(14)) {
            case 0 -> Double.NaN;
            case 1 -> Double.POSITIVE_INFINITY;
            default -> 90 + random.nextInt(20) / 2.0;
        };
    }

    private Measurement measured(int epoch) {
        return random.nextInt(5) == 0
                ? new Measurement(epoch - 0.5, Map.of("val_accuracy", value()))
                : new Measurement(
                        epoch, Map.of("val_accuracy", value(), "val_loss", random.nextInt(10) / 8.0, "seconds", 1.5));
    }

    private void ended(List<TrailEvent> events, int epochs) {
        if (random.nextBoolean()) {
            events.add(SampleTrails.verdict(epochs, random.nextBoolean()));
        }
        Optional<Fitness> told = random.nextInt(4) == 0
                ? Optional.empty()
                : Optional.of(new Fitness(value(), one(Fitness.Origin.values())));
        events.add(new TrailEvent.TrainingEnded(one(Ending.values()), epochs, told, "It ended, 100 % sure"));
        if (random.nextInt(3) == 0) {
            events.add(new TrailEvent.NetworkTested(
                    epochs, "beef", new TestResult(Map.of("test_accuracy", value()), List.of())));
        }
    }

    private TrailEvent generated() {
        int kind = random.nextInt(3);
        boolean loss = random.nextInt(4) == 0;
        FitnessMeasure fitness = random.nextInt(8) == 0
                ? new FitnessMeasure("val_accuracy", Direction.MINIMIZE, 0, 100)
                : FitnessMeasure.named(loss ? "val_loss" : "val_accuracy");
        return new TrailEvent.NetworkGenerated(
                new Origin(
                        "s" + random.nextInt(3),
                        made,
                        random.nextInt(5),
                        "nsga-net-macro",
                        "[[%d]]".formatted(random.nextInt(9)),
                        one("random", "crossover+mutation", "O'Brien; --"),
                        random.nextBoolean()
                                ? List.of()
                                : List.of("n%03d".formatted(1 + random.nextInt(made)), "n000")),
                architecture(),
                dataset(kind),
                properties(kind),
                new TrainingConfiguration(
                        15,
                        random.nextBoolean() ? 32 : 64,
                        random.nextBoolean()
                                ? new Optimizer.Sgd(0.025, 0.9, 3e-4, false)
                                : new Optimizer.Adam(0.001, 0.9, 0.999, 1e-8, 0),
                        random.nextBoolean() ? new Schedule.Constant() : new Schedule.Cosine(0),
                        random.nextBoolean() ? 5 : Double.POSITIVE_INFINITY,
                        fitness,
                        new Retention.Last()),
                random.nextLong(),
                new Provenance(
                        SampleTrails.environment(),
                        Map.of(),
                        random.nextBoolean() ? "{}" : "{\"name\":\"Digits_of 10%\"}"));
    }

    private Architecture architecture() {
        List<Node> nodes = new ArrayList<>();
        String last = Architecture.INPUT;
        for (int i = 0; i <= random.nextInt(4); i++) {
            nodes.add(new Node("conv" + i, Convolution.same(1, random.nextBoolean() ? 3 : 5), List.of(last)));
            if (random.nextBoolean()) {
                nodes.add(new Node("sum" + i, new Addition(), List.of("conv" + i, last)));
                last = "sum" + i;
            } else {
                nodes.add(new Node("relu" + i, new Relu(), List.of("conv" + i)));
                last = "relu" + i;
            }
        }
        nodes.add(new Node("flat", new Flatten(), List.of(last)));
        nodes.add(new Node("head", new Linear(2, true), List.of("flat")));
        return new Architecture(new Shape.Image(1, 8, 8), nodes);
    }

    private static DatasetSpecification dataset(int kind) {
        return new DatasetSpecification(
                "set" + kind,
                new DatasetSource.Folder(Path.of("data"), new DatasetSource.Labelling.ByDirectory()),
                new Split(0.8, 0.2, 0, 7),
                DatasetSpecification.PixelTransform.NONE);
    }

    private static DatasetProperties properties(int kind) {
        return new DatasetProperties(
                "set" + kind,
                "f00d" + kind,
                new Shape.Image(1, 8, 8),
                List.of("a", "b", "c").subList(0, 1 + kind),
                List.of(4, 4),
                List.of(1, 1),
                List.of(0, 0),
                List.of(0.1),
                List.of(0.3),
                kind == 0 ? Optional.empty() : Optional.of(0.25 * kind));
    }

    @SafeVarargs
    private <T> T one(T... of) {
        return of[random.nextInt(of.length)];
    }
}
