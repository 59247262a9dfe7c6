package org.plateau.training.pytorch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.plateau.core.training.Optimizer;
import org.plateau.core.training.Retention;
import org.plateau.core.training.TestResult;
import org.plateau.core.training.Trainer;
import org.plateau.core.training.TrainingConfiguration;
import org.plateau.core.training.TrainingOutcome;
import org.plateau.training.pytorch.SmallTraining.Recorder;

class PyTorchTrainerTest {
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

    @Test
    void aSmallNetworkLearnsToTellTheClassesApart() {
        Recorder recorder = new Recorder(99);
        TrainingConfiguration configuration =
                SmallTraining.configuration(12, SmallTraining.sgd(), new Retention.Last());

        TrainingOutcome outcome = trainer.train(SmallTraining.task(configuration, folder, Optional.empty()), recorder);

        assertThat(outcome).isEqualTo(new TrainingOutcome.Completed(12));
        assertThat(recorder.series("val_accuracy").get(11)).isGreaterThan(90);
        assertThat(recorder.series("train_loss").get(11)).isLessThan(0.5);
        TestResult result = trainer.test(SmallTraining.architecture(), recorder.checkpoints.get(11), 16);
        assertThat(result.measures().get("test_accuracy")).isGreaterThan(90);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aResumedTrainingContinuesTheSameCurveToTheLastDigit(boolean adam) {
        Optimizer optimizer = adam ? new Optimizer.Adam(1e-2, 0.9, 0.999, 1e-8, 1e-4) : SmallTraining.sgd();
        TrainingConfiguration configuration = SmallTraining.configuration(4, optimizer, new Retention.All());
        Recorder straight = new Recorder(99);
        trainer.train(SmallTraining.task(configuration, folder.resolve("straight"), Optional.empty()), straight);
        Recorder first = new Recorder(2);
        TrainingOutcome stopped =
                trainer.train(SmallTraining.task(configuration, folder.resolve("first"), Optional.empty()), first);
        Recorder second = new Recorder(99);

        try (Trainer other = new PyTorchTrainerFactory().open(SmallTraining.dataset(data), "cpu", 1)) {
            other.train(
                    SmallTraining.task(configuration, folder.resolve("second"), Optional.of(first.checkpoints.get(1))),
                    second);
        }

        assertThat(stopped).isEqualTo(new TrainingOutcome.Stopped(2));
        for (String name : new String[] {"train_loss", "train_accuracy", "val_loss", "val_accuracy", "val_auc"}) {
            first.measurements.addAll(second.measurements.stream()
                    .filter(m -> first.measurements.size() < 4)
                    .toList());
            assertThat(first.series(name)).as(name).hasSize(4).isEqualTo(straight.series(name));
        }
        assertThat(second.checkpoints.get(1).hash())
                .isEqualTo(straight.checkpoints.get(3).hash());
    }
}
