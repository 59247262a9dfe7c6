package org.plateau.training.pytorch;

import java.nio.file.Path;
import java.util.Optional;
import org.plateau.core.training.Checkpoint;
import org.plateau.core.training.Retention;
import org.plateau.core.training.Trainer;
import org.plateau.core.training.TrainingConfiguration;
import org.plateau.training.pytorch.SmallTraining.Recorder;

/** Goes on from a checkpoint in a process of its own, and prints the losses. */
final class TrainingProcess {
    private TrainingProcess() {}

    /** Arguments: folder of the data, folder for checkpoints, and a checkpoint's epoch, file and hash. */
    public static void main(String[] arguments) {
        Checkpoint from = new Checkpoint(Integer.parseInt(arguments[2]), Path.of(arguments[3]), arguments[4]);
        TrainingConfiguration configuration = SmallTraining.configuration(4, SmallTraining.sgd(), new Retention.All());
        Recorder recorder = new Recorder(99);
        try (Trainer trainer =
                new PyTorchTrainerFactory().open(SmallTraining.dataset(Path.of(arguments[0])), "cpu", 1)) {
            trainer.train(SmallTraining.task(configuration, Path.of(arguments[1]), Optional.of(from)), recorder);
        }
        recorder.measurements.forEach(m -> System.out.println(m.values().get("train_loss")));
        System.out.println(recorder.checkpoints.get(1).hash());
    }
}
