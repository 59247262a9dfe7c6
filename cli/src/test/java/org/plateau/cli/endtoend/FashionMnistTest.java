package org.plateau.cli.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The example Fashion-MNIST, in small. */
@Tag("slow")
final class FashionMnistTest {
    private static final String INSTALLED = "/usr/share/datasets/fashion-mnist";

    @TempDir
    private Path folder = Path.of("");

    private static String example() throws IOException {
        Path file = Stream.iterate(Path.of("").toAbsolutePath(), path -> path != null, Path::getParent)
                .map(path -> path.resolve("examples/fashion-mnist.yaml"))
                .filter(Files::exists)
                .findFirst()
                .orElseThrow();
        return Files.readString(file);
    }

    @Test
    void aSearchOnItWorksWhereItIsInstalled() throws IOException {
        Assumptions.assumeTrue(
                Files.isDirectory(Path.of(INSTALLED)), "Debian's package dataset-fashion-mnist is not installed");
        String tiny = example()
                .replaceAll("train: 2000", "train: 200")
                .replaceAll("(validation|test): 1000", "$1: 100")
                .replaceAll("epochs: 15", "epochs: 4")
                .replaceAll("channels: 8", "channels: 4")
                .replaceAll("population: 6", "population: 2")
                .replaceAll("networks: 16", "networks: 3");
        Path file = Files.writeString(folder.resolve("fashion.yaml"), tiny);
        Program program = Program.start(folder, "search", file);
        assertThat(program.exitCode()).as(program.messages()).isZero();
        assertThat(program.out()).startsWith("Pareto front (").contains(" of 3 networks, all measured)");
        Program describe = Program.start(folder, "data", "describe", file);
        assertThat(describe.exitCode()).isZero();
        assertThat(describe.out()).startsWith("fashion-mnist: 400 images of 1×28×28, 10 classes");
    }
}
