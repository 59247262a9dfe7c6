package org.plateau.training.pytorch;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.plateau.core.architecture.Architecture;
import org.plateau.core.architecture.BatchNormalization;
import org.plateau.core.architecture.Concatenation;
import org.plateau.core.architecture.Convolution;
import org.plateau.core.architecture.Dropout;
import org.plateau.core.architecture.GlobalAveragePooling;
import org.plateau.core.architecture.Linear;
import org.plateau.core.architecture.Node;
import org.plateau.core.architecture.Pooling;
import org.plateau.core.architecture.Relu;
import org.plateau.core.architecture.Shape;
import org.plateau.core.architecture.Window;
import org.plateau.core.dataset.DatasetSource;
import org.plateau.core.dataset.DatasetSpecification;
import org.plateau.core.dataset.DatasetSpecification.PixelTransform;
import org.plateau.core.dataset.Split;
import org.plateau.core.fitness.FitnessMeasure;
import org.plateau.core.fitness.Measurement;
import org.plateau.core.training.Checkpoint;
import org.plateau.core.training.EpochObserver;
import org.plateau.core.training.Optimizer;
import org.plateau.core.training.Retention;
import org.plateau.core.training.Schedule;
import org.plateau.core.training.TrainingConfiguration;
import org.plateau.core.training.TrainingTask;
import org.plateau.training.dataset.IdxFiles;

/** A dataset and a network that train in a second. */
final class SmallTraining {
    static final int CLASSES = 3;
    static final int SIDE = 12;

    private SmallTraining() {}

    static DatasetSpecification dataset(Path folder) {
        int images = 150;
        Path pixels = IdxFiles.write(
                folder.resolve("images.gz"),
                new int[] {images, SIDE, SIDE},
                IdxFiles.learnable(images, SIDE, CLASSES, 7));
        Path labels = IdxFiles.write(folder.resolve("labels.gz"), new int[] {images}, IdxFiles.labels(images, CLASSES));
        return new DatasetSpecification(
                "quarters",
                new DatasetSource.Idx(pixels, labels, Optional.empty()),
                new Split(0.6, 0.2, 0.2, 1),
                PixelTransform.NONE);
    }

    static Architecture architecture() {
        return new Architecture(
                new Shape.Image(1, SIDE, SIDE),
                List.of(
                        new Node("stem", Convolution.same(6, 3), List.of("input")),
                        new Node("norm", BatchNormalization.standard(), List.of("stem")),
                        new Node("relu", new Relu(), List.of("norm")),
                        new Node("branch", Convolution.same(4, 3), List.of("relu")),
                        new Node("join", new Concatenation(), List.of("relu", "branch")),
                        new Node("drop", new Dropout(0.1), List.of("join")),
                        new Node("pool", new Pooling(Pooling.Kind.MAXIMUM, Window.square(3, 3, 0)), List.of("drop")),
                        new Node("mix", Convolution.same(12, 3), List.of("pool")),
                        new Node("relu2", new Relu(), List.of("mix")),
                        new Node("mean", new GlobalAveragePooling(), List.of("relu2")),
                        new Node("answer", new Linear(CLASSES, true), List.of("mean"))));
    }

    static TrainingConfiguration configuration(int epochs, Optimizer optimizer, Retention retention) {
        return new TrainingConfiguration(
                epochs, 16, optimizer, new Schedule.Cosine(0), 5, FitnessMeasure.named("val_accuracy"), retention);
    }

    static Optimizer sgd() {
        return new Optimizer.Sgd(0.1, 0.9, 3e-4, false);
    }

    static TrainingTask task(TrainingConfiguration configuration, Path checkpoints, Optional<Checkpoint> from) {
        return new TrainingTask(architecture(), configuration, 5, checkpoints, from);
    }

    /** Records what it sees, and stops after a number of epochs. */
    static final class Recorder implements EpochObserver {
        final List<Measurement> measurements = new ArrayList<>();
        final List<Checkpoint> checkpoints = new ArrayList<>();
        private final int stopAfter;

        Recorder(int stopAfter) {
            this.stopAfter = stopAfter;
        }

        @Override
        public Reply epochCompleted(Measurement measurement, Optional<Checkpoint> checkpoint) {
            measurements.add(measurement);
            checkpoint.ifPresent(checkpoints::add);
            return measurements.size() >= stopAfter ? Reply.STOP : Reply.CONTINUE;
        }

        /** The values of a measure, epoch by epoch. */
        List<Double> series(String name) {
            return measurements.stream().map(m -> m.values().get(name)).toList();
        }
    }
}
