package org.plateau.training.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.plateau.core.architecture.Shape;
import org.plateau.core.dataset.DatasetException;
import org.plateau.core.dataset.DatasetSource.Idx;

class IdxCollectionTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"", ".gz"})
    void imagesAndLabelsAreReadPlainAndGzipped(String ending) {
        Idx source = new Idx(images("images" + ending, 3, 2, 2), labels("labels" + ending, 7, 2, 7), Optional.empty());

        IdxCollection collection = new IdxCollection(source);

        assertThat(collection.shape()).isEqualTo(new Shape.Image(1, 2, 2));
        assertThat(collection.classes()).containsExactly("2", "7");
        assertThat(collection.labels()).containsExactly(1, 0, 1);
        assertThat(collection.testBegin()).isEqualTo(3);
        assertThat(collection.read(2)).containsExactly(248, 249, 250, 251);
    }

    @Test
    void testFilesComeAfterTheOthers() {
        Idx source = new Idx(
                images("images", 2, 2, 2),
                labels("labels", 0, 1),
                Optional.of(new Idx.TestFiles(images("test-images", 1, 2, 2), labels("test-labels", 5))));

        IdxCollection collection = new IdxCollection(source);

        assertThat(collection.testBegin()).isEqualTo(2);
        assertThat(collection.labels()).containsExactly(0, 1, 2);
        assertThat(collection.read(2)).containsExactly(240, 241, 242, 243);
    }

    @Test
    void fourDimensionsAreColouredImages() {
        IdxCollection collection =
                new IdxCollection(new Idx(images("images", 2, 3, 1, 2), labels("labels", 0, 1), Optional.empty()));

        assertThat(collection.shape()).isEqualTo(new Shape.Image(3, 1, 2));
    }

    @ParameterizedTest
    @ValueSource(strings = {"images", "images.gz"})
    void aTruncatedFileIsRefusedWithItsNameAndWhereItEnds(String name) {
        Path path = images(name, 100, 8, 8);
        ImageFiles.truncate(path, 0.5);

        assertThatThrownBy(() -> new IdxCollection(new Idx(path, labels("labels", new int[100]), Optional.empty())))
                .isInstanceOf(DatasetException.class)
                .hasMessageContaining(name + " is truncated")
                .hasMessageContaining("announces 100 items, 6400 bytes, but it ends after");
    }

    @Test
    void aFileThatEndsInItsHeaderIsRefused() throws IOException {
        Path path = Files.write(folder.resolve("short"), new byte[] {0, 0, 8, 3, 0, 0});

        assertThatThrownBy(() -> new IdxCollection(new Idx(path, labels("labels", 0, 1), Optional.empty())))
                .isInstanceOf(DatasetException.class)
                .hasMessageContaining("short is truncated: it ends inside the header, after 2 of 12 bytes");
    }

    @Test
    void aFileLongerThanItsHeaderSaysIsRefused() throws IOException {
        Path path = images("long", 2, 2, 2);
        Files.write(path, new byte[] {1}, java.nio.file.StandardOpenOption.APPEND);

        assertThatThrownBy(() -> new IdxCollection(new Idx(path, labels("labels", 0, 1), Optional.empty())))
                .isInstanceOf(DatasetException.class)
                .hasMessageContaining("long is longer than the 2 items, 8 bytes");
    }

    @Test
    void aFileLargerThanTheMemoryIsRefusedBeforeItIsRead() throws IOException {
        byte[] header = {0, 0, 8, 3, 0, 0, 0x7f, (byte) 0xff, 0, 0, 1, 0, 0, 0, 0, (byte) 0xff};
        Path path = Files.write(folder.resolve("large"), header);

        assertThatThrownBy(() -> new IdxCollection(new Idx(path, labels("labels", 0, 1), Optional.empty())))
                .isInstanceOf(DatasetException.class)
                .hasMessageContaining("large holds 2039 MiB, but the JVM has");
    }

    @Test
    void aWrongMagicNumberIsRefusedWithTheExpectedOne() {
        Path notImages = labels("labels", 0, 1);

        assertThatThrownBy(() -> new IdxCollection(new Idx(notImages, notImages, Optional.empty())))
                .isInstanceOf(DatasetException.class)
                .hasMessageContaining("labels: the magic number is 0x00000801, expected 0x00000803");
    }

    @Test
    void aCountThatDiffersIsRefusedWithBothNames() {
        assertThatThrownBy(() ->
                        new IdxCollection(new Idx(images("images", 3, 2, 2), labels("labels", 0, 1), Optional.empty())))
                .isInstanceOf(DatasetException.class)
                .hasMessageMatching(".*images has 3 images, but .*labels has 2 labels.*");
    }

    @Test
    void testImagesOfAnotherShapeAreRefused() {
        Idx source = new Idx(
                images("images", 2, 2, 2),
                labels("labels", 0, 1),
                Optional.of(new Idx.TestFiles(images("test-images", 1, 3, 3), labels("test-labels", 0))));

        assertThatThrownBy(() -> new IdxCollection(source))
                .isInstanceOf(DatasetException.class)
                .hasMessageContaining("Mixed shapes: images are 1×2×2 in")
                .hasMessageContaining("but 1×3×3 in");
    }

    @Test
    void aMissingFileTellsWhereFashionMnistComesFrom() {
        Path missing = folder.resolve("train-images-idx3-ubyte.gz");

        assertThatThrownBy(() -> new IdxCollection(new Idx(missing, labels("labels", 0, 1), Optional.empty())))
                .isInstanceOf(DatasetException.class)
                .hasMessageContaining("Missing file " + missing)
                .hasMessageContaining("the setting \"images\"")
                .hasMessageContaining("dataset-fashion-mnist")
                .hasMessageContaining("/usr/share/datasets/fashion-mnist");
    }

    private Path images(String name, int... sizes) {
        int length = 1;
        for (int size : sizes) {
            length *= size;
        }
        byte[] values = new byte[length];
        for (int i = 0; i < length; i++) {
            values[i] = (byte) (240 + i);
        }
        return IdxFiles.write(folder.resolve(name), sizes, values);
    }

    private Path labels(String name, int... labels) {
        byte[] values = new byte[labels.length];
        for (int i = 0; i < labels.length; i++) {
            values[i] = (byte) labels[i];
        }
        return IdxFiles.write(folder.resolve(name), new int[] {labels.length}, values);
    }
}
