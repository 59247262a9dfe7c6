package org.plateau.formats.trail;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.plateau.core.architecture.Addition;
import org.plateau.core.architecture.Architecture;
import org.plateau.core.architecture.BatchNormalization;
import org.plateau.core.architecture.Concatenation;
import org.plateau.core.architecture.Convolution;
import org.plateau.core.architecture.Dropout;
import org.plateau.core.architecture.Flatten;
import org.plateau.core.architecture.Identity;
import org.plateau.core.architecture.Linear;
import org.plateau.core.architecture.Node;
import org.plateau.core.architecture.Pooling;
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
import org.plateau.core.trail.TrailEvent;
import org.plateau.core.training.Optimizer;
import org.plateau.core.training.Retention;
import org.plateau.core.training.Schedule;
import org.plateau.core.training.TestResult;
import org.plateau.core.training.TrainingConfiguration;

/** One event of every kind, with every odd value that a trail may hold. */
final class SampleEvents {
    private SampleEvents() {}

    static List<TrailEvent> events() {
        return events(Optional.of(0.25));
    }

    /** The same with another measurement of the dataset's noise, which lines of version 1 do not have. */
    static List<TrailEvent> events(Optional<Double> noise) {
        DatasetSpecification dataset = new DatasetSpecification(
                "digits",
                new DatasetSource.Folder(
                        Path.of("data/digits"), new DatasetSource.Labelling.ByPattern("(?<class>a|b)\\d+")),
                new Split(0.8, 0.2, 0, 7),
                DatasetSpecification.PixelTransform.LOG1P);
        DatasetProperties properties = new DatasetProperties(
                "digits",
                "f00d",
                new Shape.Image(1, 8, 8),
                List.of("a", "b"),
                List.of(4, 4),
                List.of(1, 1),
                List.of(0, 0),
                List.of(0.1),
                List.of(0.3),
                noise);
        TrainingConfiguration training = new TrainingConfiguration(
                15,
                32,
                new Optimizer.Sgd(0.025, 0.9, 3e-4, false),
                new Schedule.Step(List.of(5, 10), 0.1),
                Double.POSITIVE_INFINITY,
                FitnessMeasure.named("val_accuracy"),
                new Retention.Every(5));
        Environment environment = new Environment(
                "0.1.0", "unknown", "17", "Linux", "node1", "CPU", Optional.of("GPU"), "PyTorch", "2.7.1", "cpu", 1);
        return List.of(
                new TrailEvent.NetworkGenerated(
                        new Origin("s1", 3, 0, "nsga-net-macro", "[[0]]", "random", List.of("p1")),
                        architecture("stem"),
                        dataset,
                        properties,
                        training,
                        42,
                        new Provenance(environment, Map.of("search", 1L), "{}")),
                new TrailEvent.AttemptStarted(Optional.of(new ResumePoint(1, 4, "beef")), environment),
                new TrailEvent.AttemptStarted(Optional.empty(), environment),
                new TrailEvent.EpochMeasured(
                        new Measurement(1, Map.of("val_accuracy", 51.25, "train_loss", Double.NaN)),
                        Optional.of("beef")),
                new TrailEvent.ForecastMade(
                        1,
                        "val_accuracy",
                        15,
                        Double.POSITIVE_INFINITY,
                        List.of(new Interval(0.8, 40, 60)),
                        List.of(new FittedFunction("penguin", Map.of("a", 0.1), 1, 50)),
                        "a4nn",
                        0,
                        12),
                new TrailEvent.VerdictGiven(1, true, "converged", "It converged.", Map.of("spread", 0.1), 0),
                new TrailEvent.TrainingEnded(
                        Ending.STOPPED, 1, Optional.of(new Fitness(50, Fitness.Origin.PREDICTED)), "It converged."),
                new TrailEvent.NetworkTested(
                        15, "beef", new TestResult(Map.of("test_accuracy", 90.0), List.of(List.of(1, 0)))));
    }

    static Architecture architecture(String first) {
        return new Architecture(
                new Shape.Image(1, 8, 8),
                List.of(
                        new Node(
                                first,
                                new Convolution(4, new Window(3, 1, 1, 1, 0, 1), 1, true),
                                List.of(Architecture.INPUT)),
                        new Node("norm", BatchNormalization.standard(), List.of(first)),
                        new Node("sum", new Addition(), List.of("norm", first)),
                        new Node("join", new Concatenation(), List.of("sum", "norm")),
                        new Node("relu", new Relu(), List.of("join")),
                        new Node("pool", new Pooling(Pooling.Kind.MAXIMUM, Window.square(2, 2, 0)), List.of("relu")),
                        new Node("keep", new Identity(), List.of("pool")),
                        new Node("flat", new Flatten(), List.of("keep")),
                        new Node("drop", new Dropout(0.5), List.of("flat")),
                        new Node("head", new Linear(2, true), List.of("drop"))));
    }
}
