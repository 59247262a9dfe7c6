package org.plateau.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.plateau.cli.configuration.ConfigurationReader;
import org.plateau.cli.configuration.SearchFile;
import org.plateau.workflow.configuration.SearchConfiguration;

/** The configurations that come with the program. */
final class ExamplesTest {
    @TempDir
    private Path folder = Path.of("");

    static Stream<Path> examples() {
        try (Stream<Path> files = Files.list(examplesFolder())) {
            return files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path examplesFolder() {
        return Stream.iterate(Path.of("").toAbsolutePath(), path -> path != null, Path::getParent)
                .map(path -> path.resolve("examples"))
                .filter(Files::isDirectory)
                .findFirst()
                .orElseThrow();
    }

    private static SearchConfiguration configuration(String example) {
        Path file = examplesFolder().resolve(example);
        SearchFile resolved =
                ConfigurationReader.read(file).resolved("unnamed", "plateau.db", SearchFile.Overrides.none());
        return Configurations.of(file, resolved);
    }

    @ParameterizedTest
    @MethodSource("examples")
    void aDryRunPrintsTheResolvedConfigurationAndDoesNothing(Path example) throws IOException {
        Said said = Said.by("search", example, "--dry-run", "--seed", "9", "--output", folder.resolve("run"));
        assertThat(said.code()).isZero();
        assertThat(said.messages()).isEmpty();
        assertThat(folder).isEmptyDirectory();
        Path resolved = Files.writeString(folder.resolve("resolved.yaml"), said.out());
        Said again = Said.by("search", resolved, "--dry-run");
        assertThat(again.out()).isEqualTo(said.out()).contains("seed: 9\n");
    }

    @Test
    void allThreeAreLookedAt() {
        assertThat(examples().map(file -> file.getFileName().toString()))
                .contains("diffraction.yaml", "diffraction-full.yaml", "fashion-mnist.yaml");
    }

    @Test
    void theDiffractionExampleIsOfTheSizeThatIsPromised() {
        SearchConfiguration example = configuration("diffraction.yaml");
        assertThat(example.budget().networks().orElseThrow()).isGreaterThanOrEqualTo(20);
        assertThat(example.training().epochs()).isGreaterThanOrEqualTo(15);
        assertThat(example.dataset().split().train()).isGreaterThanOrEqualTo(800);
        assertThat(example.dataset().split().validation()).isGreaterThanOrEqualTo(400);
    }

    @Test
    void whereFashionMnistIsMissingItIsSaidHowToGetIt() throws IOException {
        String elsewhere = folder.resolve("nowhere").toString();
        Path file = Files.writeString(
                folder.resolve("fashion.yaml"),
                Files.readString(examplesFolder().resolve("fashion-mnist.yaml"))
                        .replace("/usr/share/datasets/fashion-mnist", elsewhere));
        for (String[] words : new String[][] {{"search"}, {"data", "describe"}}) {
            Object[] arguments =
                    Stream.concat(Stream.of(words), Stream.of(file)).toArray();
            Said said = Said.by(arguments);
            assertThat(said.code()).isEqualTo(Failures.WRONG_USAGE);
            assertThat(said.out()).isEmpty();
            assertThat(said.messages())
                    .isEqualTo(
                            "plateau: %s: dataset.images: there is no file %s/train-images-idx3-ubyte.gz; expected an IDX file (Fashion-MNIST: Debian's package dataset-fashion-mnist puts its four files into /usr/share/datasets/fashion-mnist; apt install dataset-fashion-mnist)\n"
                                    .formatted(file, elsewhere));
        }
    }

    @Test
    void aFolderThatIsMissingIsNamed() throws IOException {
        Path file = Files.writeString(
                folder.resolve("folder.yaml"),
                "dataset: {kind: folder, path: %s/cells}\ntraining: {epochs: 1}\nbudget: {networks: 1}\n"
                        .formatted(folder));
        assertThat(Said.by("search", file).messages())
                .isEqualTo("plateau: %s: dataset.path: there is no folder %s/cells; expected one of images\n"
                        .formatted(file, folder));
    }

    @Test
    void theFullExampleIsTheSettingOfTheStudy() {
        SearchConfiguration study = configuration("diffraction-full.yaml");
        assertThat(study.dataset().split().train() + study.dataset().split().validation())
                .isEqualTo(63_508);
        assertThat(study.dataset().split().test()).isEqualTo(15_876);
        assertThat(study.training().epochs()).isEqualTo(25);
        assertThat(study.training().batchSize()).isEqualTo(128);
        assertThat(study.budget().networks()).hasValue(100);
        assertThat(study.training().optimizer().learningRate()).isEqualTo(0.025);
        assertThat(study.training().optimizer().weightDecay()).isEqualTo(3e-4);
    }
}
