package org.plateau.benchmarks;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.plateau.core.architecture.Architecture;
import org.plateau.core.architecture.Shape;
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
import org.plateau.core.trail.TrailEntry;
import org.plateau.core.trail.TrailEvent;
import org.plateau.core.training.Optimizer;
import org.plateau.core.training.Retention;
import org.plateau.core.training.Schedule;
import org.plateau.core.training.TrainingConfiguration;
import org.plateau.search.nsganet.NsgaNetMacroSpace;

/** Record trails like those of searches in the NSGA-Net macro space, made up from a seed. */
final class GeneratedTrails {
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final int NETWORKS_OF_A_SEARCH = 100;
    private static final Shape.Image SHAPE = new Shape.Image(1, 64, 64);
    private static final Environment ENVIRONMENT = new Environment(
            "0.1.0", "unknown", "17", "Linux", "node1", "CPU", Optional.empty(), "PyTorch", "2.7.1", "cpu", 1);

    private final NsgaNetMacroSpace space;
    private final SplittableRandom random;
    private final int epochs;
    private final boolean evidence;
    private int made;

    /**
     * Trails of completed trainings.
     *
     * @param evidence whether there is a forecast and a verdict for each epoch
     */
    GeneratedTrails(int epochs, boolean evidence, long seed) {
        this(new NsgaNetMacroSpace(SHAPE, 2, 16), epochs, evidence, seed);
    }

    private GeneratedTrails(NsgaNetMacroSpace space, int epochs, boolean evidence, long seed) {
        this.space = space;
        this.epochs = epochs;
        this.evidence = evidence;
        this.random = new SplittableRandom(seed);
    }

    /** Trails without evidence of networks whose architectures are hardly ever the same: those of a space of 2³³ genomes. */
    static GeneratedTrails ofManyArchitectures(int epochs, long seed) {
        return new GeneratedTrails(new NsgaNetMacroSpace(SHAPE, 2, 16, 3, 5), epochs, false, seed);
    }

    /** The trail of the next network. */
    List<TrailEntry> next() {
        List<TrailEvent> events = new ArrayList<>();
        events.add(generated());
        events.add(new TrailEvent.AttemptStarted(Optional.empty(), ENVIRONMENT));
        double level = 90 + 10 * random.nextDouble();
        for (int epoch = 1; epoch <= epochs; epoch++) {
            double accuracy = level - 40.0 / epoch + random.nextDouble();
            events.add(new TrailEvent.EpochMeasured(measured(epoch, accuracy), Optional.empty()));
            if (evidence) {
                events.add(forecast(epoch, level));
                events.add(new TrailEvent.VerdictGiven(epoch, false, "none", "No rule wants to stop", Map.of(), 0));
            }
        }
        events.add(new TrailEvent.TrainingEnded(
                Ending.COMPLETED,
                epochs,
                Optional.of(new Fitness(level, Fitness.Origin.MEASURED)),
                "Trained to the horizon"));
        String id = "%016x".formatted(random.nextLong());
        List<TrailEntry> entries = new ArrayList<>();
        for (TrailEvent event : events) {
            entries.add(new TrailEntry(id, 1, entries.size(), START.plusSeconds(60L * made + entries.size()), event));
        }
        made++;
        return entries;
    }

    private TrailEvent generated() {
        var genome = space.random(random);
        Architecture architecture = space.decode(genome);
        Origin origin = new Origin(
                "search-" + made / NETWORKS_OF_A_SEARCH,
                1 + made % NETWORKS_OF_A_SEARCH,
                made % NETWORKS_OF_A_SEARCH / 10,
                space.name(),
                space.text(genome),
                "random",
                List.of());
        DatasetSpecification dataset = new DatasetSpecification(
                "diffraction",
                new DatasetSource.Folder(Path.of("data/diffraction"), new DatasetSource.Labelling.ByDirectory()),
                new Split(0.7, 0.2, 0.1, 7),
                DatasetSpecification.PixelTransform.LOG1P);
        DatasetProperties properties = new DatasetProperties(
                "diffraction",
                "0123456789abcdef".repeat(4),
                SHAPE,
                List.of("closed", "open"),
                List.of(400, 400),
                List.of(200, 200),
                List.of(100, 100),
                List.of(0.5),
                List.of(0.9));
        TrainingConfiguration training = new TrainingConfiguration(
                epochs,
                32,
                new Optimizer.Sgd(0.025, 0.9, 3e-4, false),
                new Schedule.Cosine(0),
                5,
                FitnessMeasure.named("val_accuracy"),
                new Retention.Last());
        Provenance provenance = new Provenance(ENVIRONMENT, Map.of("search", 1L), "{\"name\":\"generated\"}");
        return new TrailEvent.NetworkGenerated(
                origin, architecture, dataset, properties, training, random.nextLong(), provenance);
    }

    private Measurement measured(int epoch, double accuracy) {
        return new Measurement(
                epoch,
                Map.of(
                        "train_loss",
                        1.0 / epoch,
                        "train_accuracy",
                        accuracy + 1,
                        "val_loss",
                        1.1 / epoch,
                        "val_accuracy",
                        accuracy,
                        "learning_rate",
                        0.025 / epoch,
                        "seconds",
                        2 + random.nextDouble()));
    }

    private TrailEvent forecast(int epoch, double level) {
        return new TrailEvent.ForecastMade(
                epoch,
                "val_accuracy",
                epochs,
                level,
                List.of(new Interval(0.8, level - 2, level + 2)),
                List.of(new FittedFunction("penguin", Map.of("a", level, "b", 1.5, "c", 3.25), 1, level)),
                "a4nn",
                0,
                150);
    }
}
