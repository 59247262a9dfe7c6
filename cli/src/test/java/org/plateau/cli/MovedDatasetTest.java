package org.plateau.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plateau.core.dataset.DatasetException;
import org.plateau.core.dataset.DatasetSource;
import org.plateau.core.dataset.DatasetSource.Idx.TestFiles;
import org.plateau.core.dataset.DatasetSpecification;
import org.plateau.core.dataset.DatasetSpecification.PixelTransform;
import org.plateau.core.dataset.Split;

final class MovedDatasetTest {
    @TempDir
    private Path folder = Path.of("");

    private static DatasetSpecification idx(Optional<TestFiles> test) {
        return specification(new DatasetSource.Idx(Path.of("/old/train.gz"), Path.of("/old/labels.gz"), test));
    }

    private static DatasetSpecification specification(DatasetSource source) {
        return new DatasetSpecification("d", source, new Split(0.5, 0.5, 0, 1), PixelTransform.NONE);
    }

    private Path file(String name) throws IOException {
        return Files.writeString(folder.resolve(name), "");
    }

    @Test
    void aDatasetThatIsWhereItWasStaysAsItIs() {
        assertThat(MovedDataset.of(idx(Optional.empty()), List.of())).isEqualTo(idx(Optional.empty()));
    }

    @Test
    void aFolderIsReplacedAndItsLabellingStays() {
        DatasetSource.Labelling labelling = new DatasetSource.Labelling.ByPattern("(?<class>.)");
        assertThat(MovedDataset.of(
                        specification(new DatasetSource.Folder(Path.of("/old"), labelling)), List.of(folder)))
                .isEqualTo(specification(new DatasetSource.Folder(folder, labelling)));
    }

    @Test
    void idxFilesAreNamedOneByOneOrByTheirFolder() throws IOException {
        TestFiles test = new TestFiles(Path.of("/old/t.gz"), Path.of("/old/tl.gz"));
        DatasetSource moved = new DatasetSource.Idx(
                folder.resolve("train.gz"),
                folder.resolve("labels.gz"),
                Optional.of(new TestFiles(folder.resolve("t.gz"), folder.resolve("tl.gz"))));
        List<Path> files = List.of(file("train.gz"), file("labels.gz"), file("t.gz"), file("tl.gz"));
        assertThat(MovedDataset.of(idx(Optional.of(test)), files).source()).isEqualTo(moved);
        assertThat(MovedDataset.of(idx(Optional.of(test)), List.of(folder)).source())
                .isEqualTo(moved);
    }

    @Test
    void anotherNumberOfFilesIsRefused() throws IOException {
        List<Path> three = List.of(file("a"), file("b"), file("c"));
        assertThatThrownBy(() -> MovedDataset.of(idx(Optional.empty()), three))
                .isInstanceOf(DatasetException.class)
                .hasMessage(
                        "The dataset d has 2 IDX files, but --dataset names 3 paths; expected as many, or their folder");
        assertThatThrownBy(() -> MovedDataset.of(
                        specification(new DatasetSource.Folder(folder, new DatasetSource.Labelling.ByDirectory())),
                        three))
                .hasMessage("The dataset d is a folder, but --dataset names 3 paths");
    }
}
