package org.plateau.training.pytorch;

import ai.djl.ndarray.NDManager;
import ai.djl.pytorch.jni.JniUtils;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.plateau.core.fitness.Measurement;
import org.plateau.core.training.Checkpoint;
import org.plateau.core.training.EpochObserver;
import org.plateau.core.training.Retention;
import org.plateau.core.training.TrainingConfiguration;
import org.plateau.core.training.TrainingException;
import org.plateau.core.training.TrainingOutcome;
import org.plateau.core.training.TrainingTask;
import org.plateau.training.dataset.SplitPart;

/** One training of one network, from its beginning or from a checkpoint. */
final class TrainingRun {
    private final TrainingConfiguration configuration;
    private final Seeds seeds;
    private final int classes;
    private final ImageTensors training;
    private final ImageTensors validation;
    private final EnergyMeter energy;
    private final NetworkState state;
    private final Update update;
    private final TrainingPass pass;
    private final CheckpointFolder checkpoints;
    private Progress progress;

    /** A training whose arrays belong to the manager. */
    TrainingRun(TrainingTask task, TensorStore tensors, int classes, EnergyMeter energy, NDManager manager) {
        this.configuration = task.configuration();
        this.seeds = new Seeds(task.seed());
        this.classes = classes;
        this.training = tensors.part(SplitPart.TRAIN).orElseThrow();
        this.validation = tensors.part(SplitPart.VALIDATION).orElseThrow();
        this.energy = energy;
        state = new NetworkState(new Network(task.architecture()), seeds.initialization(), manager);
        update = Update.of(configuration.optimizer(), state.weights());
        GradientClip clip = new GradientClip(configuration.gradientClip(), manager);
        pass = new TrainingPass(state, training, update, clip, configuration.batchSize());
        checkpoints = new CheckpointFolder(task.checkpoints(), configuration.retention());
        progress = task.resumeFrom()
                .map(checkpoint -> CheckpointFile.restore(checkpoint, state, update))
                .orElse(Progress.NONE);
    }

    TrainingOutcome run(EpochObserver observer) {
        while (progress.epoch() < configuration.epochs()) {
            Map<String, Double> values = epoch();
            int epoch = progress.epoch() + 1;
            Measurement measurement = new Measurement(epoch, values);
            for (String loss : new String[] {"train_loss", "val_loss"}) {
                double value = measurement.values().getOrDefault(loss, Double.NaN);
                if (!Double.isFinite(value)) {
                    observer.epochCompleted(measurement, Optional.empty());
                    return new TrainingOutcome.Diverged(epoch, "%s was %s in epoch %d".formatted(loss, value, epoch));
                }
            }
            progress = progress.next(fitness(values), configuration.fitness().direction());
            Checkpoint checkpoint = checkpoints.write(epoch, CheckpointFile.encode(state, update, progress));
            EpochObserver.Reply reply = observer.epochCompleted(measurement, Optional.of(checkpoint));
            // Only now: until the observer has recorded the new checkpoint, a resume would need the one before.
            checkpoints.prune(progress);
            if (reply == EpochObserver.Reply.STOP && epoch < configuration.epochs()) {
                return new TrainingOutcome.Stopped(epoch);
            }
        }
        return new TrainingOutcome.Completed(progress.epoch());
    }

    private double fitness(Map<String, Double> values) {
        String name = configuration.fitness().name();
        if (configuration.retention() instanceof Retention.Best && !values.containsKey(name)) {
            throw new TrainingException("The best checkpoint is kept by %s, which is not measured; expected one of %s"
                    .formatted(name, values.keySet()));
        }
        return values.getOrDefault(name, Double.NaN);
    }

    private Map<String, Double> epoch() {
        int epoch = progress.epoch();
        double rate = configuration.optimizer().learningRate()
                * configuration.schedule().factor(epoch, configuration.epochs());
        JniUtils.setSeed(seeds.engine(epoch));
        update.learningRate(rate);
        // What was used between two epochs is not theirs.
        energy.joules();
        long begin = System.nanoTime();
        TrainingPass.Result trained = pass.run(seeds.order(epoch, training.size()));
        long between = System.nanoTime();
        Scores scores = EvaluationPass.run(state, validation, classes, configuration.batchSize());
        Map<String, Double> values = new TreeMap<>(scores.measures("val_"));
        long end = System.nanoTime();
        energy.joules().ifPresent(joules -> values.put("joules", joules));
        values.put("train_loss", trained.loss());
        values.put("train_accuracy", trained.accuracy());
        values.put("learning_rate", rate);
        values.put("seconds", (end - begin) / 1e9);
        values.put("train_seconds", (between - begin) / 1e9);
        values.put("val_seconds", (end - between) / 1e9);
        return values;
    }
}
