package org.plateau.training.pytorch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.plateau.core.architecture.Architecture;
import org.plateau.core.architecture.BatchNormalization;
import org.plateau.core.architecture.Convolution;
import org.plateau.core.architecture.GlobalAveragePooling;
import org.plateau.core.architecture.Linear;
import org.plateau.core.architecture.Node;
import org.plateau.core.architecture.Relu;
import org.plateau.core.architecture.Shape;
import org.plateau.core.training.Retention;
import org.plateau.core.training.Trainer;
import org.plateau.core.training.TrainingTask;
import org.plateau.training.pytorch.SmallTraining.Recorder;

/** Trains networks of different widths, one after another, and prints the resident memory after each, in KiB. */
final class ManyNetworks {
    private ManyNetworks() {}

    /** Arguments: folder of the data, number of networks. */
    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[0]);
        try (Trainer trainer = new PyTorchTrainerFactory().open(SmallTraining.dataset(folder), "cpu", 1)) {
            for (int network = 0; network < Integer.parseInt(arguments[1]); network++) {
                // 64, 62, 60 … channels: the largest first, so that nothing later needs more.
                Architecture architecture = architecture(64 - network % 10 * 2);
                var configuration = SmallTraining.configuration(2, SmallTraining.sgd(), new Retention.Last());
                trainer.train(
                        new TrainingTask(architecture, configuration, network, folder, Optional.empty()),
                        new Recorder(99));
                System.out.println(resident());
            }
        }
    }

    private static long resident() throws IOException {
        return Files.readAllLines(Path.of("/proc/self/status")).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")))
                .findFirst()
                .orElseThrow();
    }

    private static Architecture architecture(int channels) {
        return new Architecture(
                new Shape.Image(1, SmallTraining.SIDE, SmallTraining.SIDE),
                List.of(
                        new Node("one", Convolution.same(channels, 3), List.of("input")),
                        new Node("norm", BatchNormalization.standard(), List.of("one")),
                        new Node("relu", new Relu(), List.of("norm")),
                        new Node("two", Convolution.same(channels, 3), List.of("relu")),
                        new Node("mean", new GlobalAveragePooling(), List.of("two")),
                        new Node("answer", new Linear(SmallTraining.CLASSES, true), List.of("mean"))));
    }
}
