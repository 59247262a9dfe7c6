package org.plateau.benchmarks;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.SplittableRandom;
import org.plateau.core.architecture.Shape;
import org.plateau.core.dataset.DatasetSource;
import org.plateau.core.dataset.DatasetSpecification;
import org.plateau.core.dataset.Split;
import org.plateau.core.fitness.FitnessMeasure;
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
 * Trains random networks of the macro space one after another in one process, and prints how soon the process was
 * ready, its resident memory after every network, and the last against the peak over the first ten.
 */
public final class WorkerMemory {
    private static final int FIRST = 10;

    private WorkerMemory() {}

    /** Arguments: networks, side of the images, channels, batch size, training images, epochs. */
    public static void main(String[] arguments) throws IOException {
        int networks = Integer.parseInt(arguments[0]);
        int side = Integer.parseInt(arguments[1]);
        NsgaNetMacroSpace space =
                new NsgaNetMacroSpace(new Shape.Image(1, side, side), 2, Integer.parseInt(arguments[2]));
        int images = Integer.parseInt(arguments[4]);
        TrainingConfiguration configuration = new TrainingConfiguration(
                Integer.parseInt(arguments[5]),
                Integer.parseInt(arguments[3]),
                new Optimizer.Sgd(0.025, 0.9, 3e-4, false),
                new Schedule.Cosine(0),
                5,
                FitnessMeasure.named("val_accuracy"),
                new Retention.Last());
        Path folder = Files.createTempDirectory("worker-memory");
        SplittableRandom random = new SplittableRandom(1);
        DatasetSpecification dataset = dataset(folder, images, side);
        try (Trainer trainer = new PyTorchTrainerFactory().open(dataset, "cpu", 1)) {
            System.out.printf(
                    Locale.ROOT,
                    "ready after %d ms%n",
                    ManagementFactory.getRuntimeMXBean().getUptime());
            long early = 0;
            for (int network = 1; network <= networks; network++) {
                trainer.train(
                        new TrainingTask(
                                space.decode(space.random(random)), configuration, network, folder, Optional.empty()),
                        (measurement, checkpoint) -> EpochObserver.Reply.CONTINUE);
                if (network <= FIRST) {
                    early = ResidentMemory.peak();
                }
                System.out.printf("network %d: %d MiB%n", network, ResidentMemory.now() >> 20);
            }
            System.out.printf(
                    Locale.ROOT,
                    "now %d MiB, peak %d MiB, peak over the first ten %d MiB, ratio %.3f%n",
                    ResidentMemory.now() >> 20,
                    ResidentMemory.peak() >> 20,
                    early >> 20,
                    (double) ResidentMemory.now() / early);
        } finally {
            Folders.delete(folder);
        }
    }

    private static DatasetSpecification dataset(Path folder, int images, int side) throws IOException {
        return new DatasetSpecification(
                "noise",
                new DatasetSource.Idx(
                        NoiseImages.images(folder.resolve("images"), images * 3 / 2, side),
                        NoiseImages.labels(folder.resolve("labels"), images * 3 / 2, 2),
                        Optional.empty()),
                new Split(images, images / 2.0, 0, 1),
                DatasetSpecification.PixelTransform.NONE);
    }
}
