package org.plateau.training.pytorch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.Device;
import ai.djl.ndarray.NDManager;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plateau.core.architecture.Architecture;
import org.plateau.core.architecture.BatchNormalization;
import org.plateau.core.architecture.Convolution;
import org.plateau.core.architecture.Flatten;
import org.plateau.core.architecture.GlobalAveragePooling;
import org.plateau.core.architecture.Linear;
import org.plateau.core.architecture.Node;
import org.plateau.core.architecture.Shape;
import org.plateau.core.architecture.Window;
import org.plateau.core.dataset.DatasetSpecification;
import org.plateau.core.dataset.Split;
import org.plateau.core.fitness.FitnessMeasure;
import org.plateau.core.provenance.Environment;
import org.plateau.core.training.Checkpoint;
import org.plateau.core.training.EpochObserver;
import org.plateau.core.training.Optimizer;
import org.plateau.core.training.Retention;
import org.plateau.core.training.Schedule;
import org.plateau.core.training.TestResult;
import org.plateau.core.training.Trainer;
import org.plateau.core.training.TrainingConfiguration;
import org.plateau.core.training.TrainingException;
import org.plateau.core.training.TrainingOutcome;
import org.plateau.core.training.TrainingTask;
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
        assertThat(recorder.series("val_auc").get(11)).isBetween(0.95, 1.0);
        assertThat(recorder.series("train_loss").get(11)).isLessThan(0.5);
        TestResult result = trainer.test(SmallTraining.architecture(), recorder.checkpoints.get(11), 16);
        assertThat(result.measures()).containsOnlyKeys("test_loss", "test_accuracy", "test_f1", "test_auc");
        assertThat(result.measures().get("test_accuracy")).isGreaterThan(90);
        int right = 0;
        int all = 0;
        for (int row = 0; row < 3; row++) {
            right += result.confusion().get(row).get(row);
            all += result.confusion().get(row).stream()
                    .mapToInt(Integer::intValue)
                    .sum();
        }
        assertThat(all).isEqualTo(30);
        assertThat(100.0 * right / all).isCloseTo(result.measures().get("test_accuracy"), within(1e-9));
    }

    @Test
    void everyEpochIsMeasured() {
        Recorder recorder = new Recorder(99);
        TrainingConfiguration configuration = SmallTraining.configuration(4, SmallTraining.sgd(), new Retention.All());

        trainer.train(SmallTraining.task(configuration, folder, Optional.empty()), recorder);

        assertThat(recorder.measurements).extracting(m -> m.epoch()).containsExactly(1.0, 2.0, 3.0, 4.0);
        // η·(1 + cos πe/4)/2.
        assertThat(recorder.series("learning_rate").get(2)).isCloseTo(0.05, within(1e-12));
        for (var measurement : recorder.measurements) {
            Map<String, Double> values = measurement.values();
            assertThat(values)
                    .containsKeys(
                            "train_loss", "train_accuracy", "val_loss", "val_accuracy", "val_f1", "val_auc", "seconds");
            assertThat(values.getOrDefault("train_seconds", Double.NaN)
                            + values.getOrDefault("val_seconds", Double.NaN))
                    .isCloseTo(values.getOrDefault("seconds", Double.NaN), within(1e-6));
            assertThat(values.getOrDefault("joules", 1.0)).isPositive();
        }
    }

    @Test
    void theBatchSizeDoesNotChangeWhatATestMeasures() {
        TrainingConfiguration configuration = SmallTraining.configuration(2, SmallTraining.sgd(), new Retention.All());
        Recorder recorder = new Recorder(99);
        trainer.train(SmallTraining.task(configuration, folder, Optional.empty()), recorder);

        TestResult whole = trainer.test(SmallTraining.architecture(), recorder.checkpoints.get(1), 30);
        TestResult oneByOne = trainer.test(SmallTraining.architecture(), recorder.checkpoints.get(1), 1);

        assertThat(oneByOne.measures().get("test_loss"))
                .isCloseTo(whole.measures().get("test_loss"), within(1e-5));
        assertThat(oneByOne.confusion()).isEqualTo(whole.confusion());
    }

    @Test
    void aLossThatIsNoNumberEndsTheTrainingWithoutAnException() {
        Recorder recorder = new Recorder(99);
        TrainingConfiguration configuration = new TrainingConfiguration(
                9,
                16,
                new Optimizer.Sgd(1e25, 0, 0, false),
                new Schedule.Constant(),
                Double.POSITIVE_INFINITY,
                FitnessMeasure.named("val_accuracy"),
                new Retention.All());

        TrainingOutcome outcome = trainer.train(SmallTraining.task(configuration, folder, Optional.empty()), recorder);

        assertThat(outcome).isInstanceOf(TrainingOutcome.Diverged.class);
        assertThat(outcome.epoch()).isEqualTo(recorder.measurements.size());
        double loss = recorder.series("train_loss").get(outcome.epoch() - 1);
        assertThat(Double.isFinite(loss)).isFalse();
        assertThat(((TrainingOutcome.Diverged) outcome).message()).contains("train_loss was " + loss);
        assertThat(recorder.checkpoints).hasSize(outcome.epoch() - 1);
        assertThat(folder).isDirectoryNotContaining("glob:**epoch-%04d*".formatted(outcome.epoch()));
    }

    @Test
    void theLastBatchIsTrainedEvenIfItIsASingleImage() {
        // 90 images in batches of 89, and a batch norm that sees one value for each image and channel.
        Architecture narrow = new Architecture(
                new Shape.Image(1, SmallTraining.SIDE, SmallTraining.SIDE),
                List.of(
                        new Node("all", new Convolution(4, Window.square(12, 1, 0), 1, false), List.of("input")),
                        new Node("norm", BatchNormalization.standard(), List.of("all")),
                        new Node("flat", new Flatten(), List.of("norm")),
                        new Node("answer", new Linear(3, true), List.of("flat"))));
        TrainingConfiguration configuration = new TrainingConfiguration(
                1,
                89,
                SmallTraining.sgd(),
                new Schedule.Constant(),
                5,
                FitnessMeasure.named("val_accuracy"),
                new Retention.Last());
        Recorder recorder = new Recorder(99);

        TrainingOutcome outcome =
                trainer.train(new TrainingTask(narrow, configuration, 1, folder, Optional.empty()), recorder);

        assertThat(outcome).isEqualTo(new TrainingOutcome.Completed(1));
        // Shares of 90, not of 89.
        double right = recorder.series("train_accuracy").get(0) * 90 / 100;
        assertThat(right).isCloseTo(Math.rint(right), within(1e-9));
    }

    @Test
    void noArrayOutlivesItsBatchItsEpochOrItsNetwork() {
        List<Integer> perEpoch = new ArrayList<>();
        int before = arrays();

        trainer.train(
                SmallTraining.task(
                        SmallTraining.configuration(4, SmallTraining.sgd(), new Retention.Last()),
                        folder,
                        Optional.empty()),
                (measurement, checkpoint) -> {
                    perEpoch.add(arrays());
                    return EpochObserver.Reply.CONTINUE;
                });

        assertThat(perEpoch).containsOnly(perEpoch.get(0));
        assertThat(arrays()).isEqualTo(before);
    }

    /** Arrays that the engine holds for anyone in this process. */
    private static int arrays() {
        try (NDManager manager = NDManager.newBaseManager(Device.cpu(), "PyTorch")) {
            return manager.getParentManager().getManagedArrays().size();
        }
    }

    @Test
    void aNetworkThatDoesNotFitTheDatasetIsRefused() {
        Architecture small = SmallTraining.architecture();
        Architecture other = new Architecture(
                new Shape.Image(1, 5, 5),
                List.of(
                        new Node("flat", new Flatten(), List.of("input")),
                        new Node("answer", new Linear(3, true), List.of("flat"))));
        Architecture answers = new Architecture(small.input(), small.nodes().subList(0, 10));

        refused(other, "takes images of 1×5×5, but those of dataset quarters are 1×12×12");
        refused(answers, "answers 12, expected a vector of 3, the classes of dataset quarters");
    }

    @Test
    void aNetworkThatFitsNoMemoryIsATrainingException() {
        // 16 images of 2·10⁷ × 2·10⁷ pixels, more than there are addresses.
        Window wide = new Window(3, 3, 1, 10_000_000, 10_000_000, 1);
        Architecture huge = new Architecture(
                new Shape.Image(1, SmallTraining.SIDE, SmallTraining.SIDE),
                List.of(
                        new Node("wide", new Convolution(1, wide, 1, false), List.of("input")),
                        new Node("mean", new GlobalAveragePooling(), List.of("wide")),
                        new Node("answer", new Linear(3, true), List.of("mean"))));

        refused(huge, "PyTorch failed: ");
    }

    @Test
    void keepingTheBestByWhatIsNotMeasuredIsRefused() {
        TrainingConfiguration configuration = new TrainingConfiguration(
                1,
                16,
                SmallTraining.sgd(),
                new Schedule.Constant(),
                5,
                FitnessMeasure.named("val_iou"),
                new Retention.Best());

        assertThatThrownBy(() ->
                        trainer.train(SmallTraining.task(configuration, folder, Optional.empty()), new Recorder(9)))
                .isInstanceOf(TrainingException.class)
                .hasMessageContaining("kept by val_iou, which is not measured; expected one of [")
                .hasMessageContaining("val_accuracy");
    }

    @Test
    void aDatasetWithoutATestSplitCannotBeTestedOn() throws IOException {
        DatasetSpecification given = SmallTraining.dataset(Files.createDirectory(folder.resolve("data")));
        DatasetSpecification withoutTest =
                new DatasetSpecification(given.name(), given.source(), new Split(0.5, 0.5, 0, 1), given.transform());
        try (Trainer other = new PyTorchTrainerFactory().open(withoutTest, "cpu", 1)) {
            assertThatThrownBy(() -> other.test(
                            SmallTraining.architecture(), new Checkpoint(1, folder.resolve("nowhere"), ""), 16))
                    .isInstanceOf(TrainingException.class)
                    .hasMessageContaining("has no test split");
        }
    }

    @Test
    void aDeviceThatIsNotThereIsRefusedWithWhatThereIs() throws IOException {
        DatasetSpecification given = SmallTraining.dataset(Files.createDirectory(folder.resolve("data")));

        assertThatThrownBy(() -> new PyTorchTrainerFactory().open(given, "gpu:97", 1))
                .isInstanceOf(TrainingException.class)
                .hasMessageContaining("device is \"gpu:97\", but PyTorch ")
                .hasMessageContaining("expected cpu, auto");
        assertThatThrownBy(() -> new PyTorchTrainerFactory().open(given, "tpu", 1))
                .isInstanceOf(TrainingException.class)
                .hasMessageContaining("device is \"tpu\"; expected auto, cpu, gpu or gpu:N");
    }

    @Test
    void theEnvironmentNamesWhatComputes() {
        Environment environment = trainer.environment();

        assertThat(environment.engine()).isEqualTo("PyTorch");
        assertThat(environment.engineVersion()).matches("2\\.[0-9.]+ \\(DJL 0\\.[0-9.]+\\)");
        assertThat(environment.device()).isEqualTo("cpu");
        assertThat(environment.threads()).isEqualTo(1);
        assertThat(environment.gpu()).isEmpty();
        assertThat(environment.version()).matches("[0-9].*");
        assertThat(environment.host()).isNotBlank();
        assertThat(environment.processor()).isNotBlank();
        assertThat(environment.java()).contains(System.getProperty("java.version"));
    }

    private void refused(Architecture architecture, String message) {
        TrainingConfiguration configuration = SmallTraining.configuration(1, SmallTraining.sgd(), new Retention.Last());
        TrainingTask task = new TrainingTask(architecture, configuration, 1, folder, Optional.empty());
        assertThatThrownBy(() -> trainer.train(task, new Recorder(9)))
                .isInstanceOf(TrainingException.class)
                .hasMessageContaining(message);
    }
}
