package org.plateau.workflow.simulated;

import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.plateau.core.dataset.DatasetSource;
import org.plateau.core.dataset.DatasetSpecification;
import org.plateau.core.dataset.Split;
import org.plateau.core.fitness.FitnessMeasure;
import org.plateau.core.training.Optimizer;
import org.plateau.core.training.Retention;
import org.plateau.core.training.Schedule;
import org.plateau.core.training.TrainingConfiguration;
import org.plateau.prediction.Engines;
import org.plateau.prediction.PredictionSettings;
import org.plateau.prediction.rule.Converged;
import org.plateau.prediction.rule.Diverged;
import org.plateau.prediction.rule.NeverLearns;
import org.plateau.search.searchers.NsgaIISettings;
import org.plateau.workflow.configuration.Budget;
import org.plateau.workflow.configuration.ExecutionSettings;
import org.plateau.workflow.configuration.Objective;
import org.plateau.workflow.configuration.SearchConfiguration;
import org.plateau.workflow.configuration.SearchConfiguration.Order;
import org.plateau.workflow.configuration.SearcherSettings;
import org.plateau.workflow.configuration.SpaceSettings;

/** A small search that a test changes where it matters to it. */
public final class Setting {
    private final DatasetSpecification dataset;
    private long seed = 1;
    private SpaceSettings space = new SpaceSettings.NsgaNetMacro(4, 3, 4);
    private SearcherSettings searcher = new SearcherSettings.Nsga2(NsgaIISettings.steady(4));
    private List<String> objectives = List.of("val_accuracy", "mflops");
    private String fitness = "val_accuracy";
    private int epochs = 12;
    private Schedule schedule = new Schedule.Cosine(0);
    /** Stops early, though little has finished. */
    private PredictionSettings prediction = new PredictionSettings(
            Engines.PLATEAU, List.of(Diverged.standard(), NeverLearns.standard(), new Converged(4, 0.5, 5)));

    private boolean learnsFromCommons;
    private Budget budget = networks(8);
    private Order order = Order.SUBMISSION;
    private int workers = 2;
    private int attempts = 3;
    private int networksPerWorker = 1000;
    private long workerMemory = 4L << 30;

    Setting(Path script) {
        dataset = new DatasetSpecification(
                "simulated",
                new DatasetSource.Folder(script, new DatasetSource.Labelling.ByDirectory()),
                new Split(0.6, 0.2, 0.2, 1),
                DatasetSpecification.PixelTransform.NONE);
    }

    public static Budget networks(int networks) {
        return new Budget(
                OptionalInt.of(networks),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                OptionalInt.empty());
    }

    public Setting seed(long value) {
        seed = value;
        return this;
    }

    public Setting space(SpaceSettings value) {
        space = value;
        return this;
    }

    public Setting searcher(SearcherSettings value) {
        searcher = value;
        return this;
    }

    public Setting objectives(String... names) {
        objectives = List.of(names);
        return this;
    }

    public Setting fitness(String name) {
        fitness = name;
        return this;
    }

    public Setting epochs(int value) {
        epochs = value;
        return this;
    }

    public Setting prediction(PredictionSettings value) {
        prediction = value;
        return this;
    }

    public Setting schedule(Schedule value) {
        schedule = value;
        return this;
    }

    public Setting learnsFromCommons(boolean value) {
        learnsFromCommons = value;
        return this;
    }

    public Setting budget(Budget value) {
        budget = value;
        return this;
    }

    public Setting order(Order value) {
        order = value;
        return this;
    }

    public Setting workers(int value) {
        workers = value;
        return this;
    }

    public Setting attempts(int value) {
        attempts = value;
        return this;
    }

    public Setting networksPerWorker(int value) {
        networksPerWorker = value;
        return this;
    }

    public Setting workerMemory(long bytes) {
        workerMemory = bytes;
        return this;
    }

    public SearchConfiguration configuration() {
        TrainingConfiguration training = new TrainingConfiguration(
                epochs,
                32,
                new Optimizer.Sgd(0.025, 0.9, 3e-4, false),
                schedule,
                5,
                FitnessMeasure.named(fitness),
                new Retention.Last());
        return new SearchConfiguration(
                "simulated",
                seed,
                dataset,
                space,
                searcher,
                objectives.stream()
                        .map(FitnessMeasure::named)
                        .map(Objective::new)
                        .toList(),
                training,
                prediction,
                learnsFromCommons,
                budget,
                order,
                new ExecutionSettings(workers, 1, "cpu", attempts, networksPerWorker, workerMemory));
    }
}
