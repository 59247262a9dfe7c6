package org.plateau.workflow.simulated;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.plateau.core.architecture.Architecture;
import org.plateau.core.architecture.Shape;
import org.plateau.core.dataset.DatasetException;
import org.plateau.core.dataset.DatasetProperties;
import org.plateau.core.dataset.DatasetSource;
import org.plateau.core.dataset.DatasetSpecification;
import org.plateau.core.fitness.Measurement;
import org.plateau.core.provenance.Environment;
import org.plateau.core.training.Checkpoint;
import org.plateau.core.training.EpochObserver;
import org.plateau.core.training.TestResult;
import org.plateau.core.training.Trainer;
import org.plateau.core.training.TrainingException;
import org.plateau.core.training.TrainingOutcome;
import org.plateau.core.training.TrainingTask;
import org.plateau.workflow.attempt.AttemptTask;
import org.plateau.workflow.attempt.TaskFile;

/**
 * A trainer without a network: its learning curves follow from architecture and seed, its checkpoints are real files, and
 * a {@link Script} in the dataset's folder tells it when to be slow, to fail and to die.
 */
public final class SimulatedTrainer implements Trainer {
    private final Script script;
    private final DatasetProperties dataset;
    private final int threads;

    private SimulatedTrainer(Script script, DatasetProperties dataset, int threads) {
        this.script = script;
        this.dataset = dataset;
        this.threads = threads;
    }

    /** A trainer as worker processes open it. */
    public static Trainer open(DatasetSpecification specification, String device, int threads) {
        Script script = new Script(((DatasetSource.Folder) specification.source()).root());
        script.log("opened", Long.toString(ProcessHandle.current().pid()));
        if (script.says("halt-open", 0, 0, 0)) {
            Runtime.getRuntime().halt(7);
        }
        if (script.says("leave-open", 0, 0, 0)) {
            Runtime.getRuntime().halt(0);
        }
        if (script.says("no-data", 0, 0, 0)) {
            throw new DatasetException("The folder of the dataset is empty");
        }
        if (script.says("hold-open", 0, 0, 0)) {
            script.hold(0, 0, 0);
        }
        int test = Integer.parseInt(script.setting("test-images", "10"));
        DatasetProperties properties = new DatasetProperties(
                specification.name(),
                script.setting("fingerprint", "f00d"),
                new Shape.Image(1, 32, 32),
                List.of("closed", "open"),
                List.of(50, 50),
                List.of(20, 20),
                List.of(test / 2, test / 2),
                List.of(0.0),
                List.of(1.0));
        return new SimulatedTrainer(script, properties, threads);
    }

    @Override
    public DatasetProperties dataset() {
        return dataset;
    }

    @Override
    public Environment environment() {
        return new Environment(
                "0.1", "unknown", "java", "linux", "host", "cpu", Optional.empty(), "simulated", "1", "cpu", threads);
    }

    @Override
    public TrainingOutcome train(TrainingTask task, EpochObserver observer) {
        AttemptTask attempt = attempt(task.checkpoints());
        Path lock = script.folder()
                .resolve("network-%d.lock".formatted(attempt.origin().ask()));
        try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            FileLock alone = channel.tryLock();
            if (alone == null) {
                script.log("violations", "two trainings at network " + attempt.network());
            }
            return new SimulatedTraining(script, task, attempt).run(observer);
        } catch (IOException e) {
            throw new TrainingException("The simulated training failed: " + e.getMessage(), e);
        }
    }

    @Override
    public TestResult test(Architecture architecture, Checkpoint checkpoint, int batchSize) {
        Path folder = checkpoint.file().getParent();
        AttemptTask attempt = attempt(folder == null ? checkpoint.file() : folder);
        int ask = attempt.origin().ask();
        script.log("tested", Integer.toString(ask));
        if (script.says("throw-test", ask, checkpoint.epoch(), attempt.attempt())) {
            throw new TrainingException("The simulated test failed");
        }
        if (script.says("halt-test", ask, checkpoint.epoch(), attempt.attempt())) {
            Runtime.getRuntime().halt(9);
        }
        Measurement last = new SimulatedCurve(architecture, attempt.seed())
                .measurement(SimulatedCheckpoint.read(checkpoint).state(), checkpoint.epoch());
        double accuracy = last.values().getOrDefault("val_accuracy", Double.NaN) - 1;
        return new TestResult(Map.of("test_accuracy", accuracy), List.of(List.of(5, 0), List.of(0, 5)));
    }

    @Override
    public void close() {}

    private static AttemptTask attempt(Path checkpoints) {
        Path folder = checkpoints.getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw new TrainingException("No attempt's folder is above " + checkpoints);
        }
        return TaskFile.read(folder.resolve("task.json"), AttemptTask.class);
    }
}
