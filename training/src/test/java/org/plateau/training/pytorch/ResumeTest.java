package org.plateau.training.pytorch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.plateau.core.training.Checkpoint;
import org.plateau.core.training.Optimizer;
import org.plateau.core.training.Retention;
import org.plateau.core.training.Trainer;
import org.plateau.core.training.TrainingConfiguration;
import org.plateau.core.training.TrainingOutcome;
import org.plateau.training.pytorch.SmallTraining.Recorder;

class ResumeTest {
    @TempDir
    static Path data;

    private static Trainer trainer;

    @TempDir
    Path folder;

    @BeforeAll
    static void open() {
        trainer = new PyTorchTrainerFactory().open(SmallTraining.dataset(data), "cpu", 1);
    }

    @AfterAll
    static void close() {
        trainer.close();
    }

    static List<Optimizer> optimizers() {
        return List.of(
                SmallTraining.sgd(),
                new Optimizer.Sgd(0.1, 0, 0, false),
                new Optimizer.Adam(1e-2, 0.9, 0.999, 1e-8, 1e-4));
    }

    @ParameterizedTest
    @MethodSource("optimizers")
    void aResumedTrainingContinuesTheSameCurveToTheLastDigit(Optimizer optimizer) {
        TrainingConfiguration configuration = SmallTraining.configuration(4, optimizer, new Retention.All());
        Recorder straight = train(configuration, "straight", 99, Optional.empty());
        Recorder first = train(configuration, "first", 2, Optional.empty());
        Recorder second;
        try (Trainer other = new PyTorchTrainerFactory().open(SmallTraining.dataset(data), "cpu", 1)) {
            second = new Recorder(99);
            other.train(
                    SmallTraining.task(configuration, folder.resolve("second"), Optional.of(first.checkpoints.get(1))),
                    second);
        }

        for (String name : List.of("train_loss", "train_accuracy", "val_loss", "val_accuracy", "val_f1", "val_auc")) {
            List<Double> joined = new ArrayList<>(first.series(name));
            joined.addAll(second.series(name));
            assertThat(joined).as(name).hasSize(4).isEqualTo(straight.series(name));
        }
        assertThat(second.measurements.get(0).epoch()).isEqualTo(3);
        assertThat(second.checkpoints.get(1).hash())
                .isEqualTo(straight.checkpoints.get(3).hash());
    }

    @Test
    void anotherProcessContinuesTheSameCurveToTheLastDigit() throws IOException, InterruptedException {
        TrainingConfiguration configuration = SmallTraining.configuration(4, SmallTraining.sgd(), new Retention.All());
        Recorder straight = train(configuration, "straight", 99, Optional.empty());
        Checkpoint from = straight.checkpoints.get(1);

        List<String> output = JavaProcess.run(
                TrainingProcess.class,
                data.toString(),
                folder.resolve("other").toString(),
                Integer.toString(from.epoch()),
                from.file().toString(),
                from.hash());

        assertThat(output)
                .containsExactly(
                        straight.series("train_loss").get(2).toString(),
                        straight.series("train_loss").get(3).toString(),
                        straight.checkpoints.get(3).hash());
    }

    @Test
    void theSameTaskGivesTheSameDigitsAndAnotherSeedOthers() {
        TrainingConfiguration configuration = SmallTraining.configuration(2, SmallTraining.sgd(), new Retention.Last());
        Recorder one = train(configuration, "one", 99, Optional.empty());
        Recorder two = train(configuration, "two", 99, Optional.empty());

        assertThat(two.series("val_loss")).isEqualTo(one.series("val_loss"));
        assertThat(two.checkpoints.get(1).hash())
                .isEqualTo(one.checkpoints.get(1).hash());
        Recorder other = new Recorder(99);
        trainer.train(
                new org.plateau.core.training.TrainingTask(
                        SmallTraining.architecture(), configuration, 6, folder.resolve("other"), Optional.empty()),
                other);
        assertThat(other.series("val_loss")).isNotEqualTo(one.series("val_loss"));
    }

    @Test
    void aTrainingAtItsHorizonIsCompletedAtOnce() {
        TrainingConfiguration configuration = SmallTraining.configuration(2, SmallTraining.sgd(), new Retention.Last());
        Recorder done = train(configuration, "done", 99, Optional.empty());
        Recorder again = new Recorder(99);

        TrainingOutcome outcome = trainer.train(
                SmallTraining.task(configuration, folder.resolve("again"), Optional.of(done.checkpoints.get(1))),
                again);

        assertThat(outcome).isEqualTo(new TrainingOutcome.Completed(2));
        assertThat(again.measurements).isEmpty();
    }

    private Recorder train(TrainingConfiguration configuration, String name, int stopAfter, Optional<Checkpoint> from) {
        Recorder recorder = new Recorder(stopAfter);
        trainer.train(SmallTraining.task(configuration, folder.resolve(name), from), recorder);
        return recorder;
    }
}
