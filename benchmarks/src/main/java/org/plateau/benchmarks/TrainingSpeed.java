package org.plateau.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.plateau.core.architecture.Architecture;
import org.plateau.core.architecture.Shape;
import org.plateau.core.dataset.DatasetSource;
import org.plateau.core.dataset.DatasetSpecification;
import org.plateau.core.dataset.Split;
import org.plateau.core.fitness.FitnessMeasure;
import org.plateau.core.fitness.Measurement;
import org.plateau.core.training.EpochObserver;
import org.plateau.core.training.Optimizer;
import org.plateau.core.training.Retention;
import org.plateau.core.training.Schedule;
import org.plateau.core.training.Trainer;
import org.plateau.core.training.TrainingConfiguration;
import org.plateau.core.training.TrainingTask;
import org.plateau.search.nsganet.NsgaNetMacroSpace;
import org.plateau.training.pytorch.PyTorchTrainerFactory;

/**
 * Trains NSGA-Net's macro genome [[0,0,0,1,1,0,1],[1,1,0,0,0,0,0],[0,1,1,0,0,1,0]] on noise with one thread, and prints the seconds of each epoch (training and validation; by the clock, and of all CPUs, which other
 * work on the machine hardly changes) as a line of JSON. {@code training_speed/train.py}
 * does the same in Python; {@code training_speed/run.sh} runs both in turns.
 */
public final class TrainingSpeed {
    private static final String GENOME = "[[0,0,0,1,1,0,1],[1,1,0,0,0,0,0],[0,1,1,0,0,1,0]]";

    private TrainingSpeed() {}

    /** Arguments: batch size, training images, validation images, epochs, side of the images, channels. */
    public static void main(String[] arguments) throws IOException {
        int batch = Integer.parseInt(arguments[0]);
        int train = Integer.parseInt(arguments[1]);
        int validation = Integer.parseInt(arguments[2]);
        int epochs = Integer.parseInt(arguments[3]);
        int side = Integer.parseInt(arguments[4]);
        int channels = Integer.parseInt(arguments[5]);
        NsgaNetMacroSpace space = new NsgaNetMacroSpace(new Shape.Image(1, side, side), 2, channels);
        Architecture architecture = space.architecture(GENOME);
        TrainingConfiguration configuration = new TrainingConfiguration(
                epochs,
                batch,
                new Optimizer.Sgd(0.025, 0.9, 3e-4, false),
                new Schedule.Constant(),
                5,
                FitnessMeasure.named("val_accuracy"),
                new Retention.Last());
        Path folder = Files.createTempDirectory("training-speed");
        List<String> seconds = new ArrayList<>();
        List<String> losses = new ArrayList<>();
        List<Double> processor = new ArrayList<>();
        try (Trainer trainer = new PyTorchTrainerFactory().open(noise(folder, train, validation, side), "cpu", 1)) {
            double begin = processorSeconds();
            trainer.train(
                    new TrainingTask(architecture, configuration, 1, folder, Optional.empty()),
                    (measurement, checkpoint) -> {
                        processor.add(processorSeconds());
                        seconds.add(value(measurement, "seconds"));
                        losses.add("[%s, %s, %s]"
                                .formatted(
                                        value(measurement, "train_loss"),
                                        value(measurement, "train_accuracy"),
                                        value(measurement, "val_loss")));
                        return EpochObserver.Reply.CONTINUE;
                    });
            System.out.printf(
                    Locale.ROOT,
                    "{\"engine\": \"plateau %s\", \"batch\": %d, \"seconds\": %s, \"cpu_seconds\": %s, \"losses\": %s, \"peak_mib\": %d}%n",
                    trainer.environment().engineVersion(),
                    batch,
                    seconds,
                    differences(begin, processor),
                    losses,
                    ResidentMemory.peak() >> 20);
        } finally {
            Folders.delete(folder);
        }
    }

    private static double processorSeconds() {
        return ProcessHandle.current().info().totalCpuDuration().orElseThrow().toNanos() / 1e9;
    }

    private static List<Double> differences(double begin, List<Double> moments) {
        List<Double> differences = new ArrayList<>();
        for (int i = 0; i < moments.size(); i++) {
            differences.add(moments.get(i) - (i == 0 ? begin : moments.get(i - 1)));
        }
        return differences;
    }

    private static String value(Measurement measurement, String name) {
        return Double.toString(measurement.values().getOrDefault(name, Double.NaN));
    }

    private static DatasetSpecification noise(Path folder, int train, int validation, int side) throws IOException {
        int images = train + validation;
        Path pixels = NoiseImages.images(folder.resolve("images"), images, side);
        Path labels = NoiseImages.labels(folder.resolve("labels"), images, 2);
        return new DatasetSpecification(
                "noise",
                new DatasetSource.Idx(pixels, labels, Optional.empty()),
                new Split(train, validation, 0, 1),
                DatasetSpecification.PixelTransform.NONE);
    }
}
