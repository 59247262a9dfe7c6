package org.plateau.training.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plateau.core.architecture.Shape;
import org.plateau.core.dataset.DatasetException;
import org.plateau.core.dataset.DatasetSource.Folder;
import org.plateau.core.dataset.DatasetSource.Labelling;

class FolderCollectionTest {
    @TempDir
    Path root;

    @Test
    void theDirectoryOfAnImageIsItsClass() throws IOException {
        grey("cats/b.png", 2);
        grey("deep/down/dogs/a.tiff", 3);
        grey("cats/a.png", 1);
        grey("at-the-root.png", 4);
        Files.writeString(root.resolve("cats/notes.txt"), "no image");

        FolderCollection collection = new FolderCollection(new Folder(root, new Labelling.ByDirectory()));

        assertThat(collection.classes()).containsExactly("cats", "dogs");
        assertThat(collection.labels()).containsExactly(0, 0, 1);
        assertThat(collection.testBegin()).isEqualTo(3);
        assertThat(collection.shape()).isEqualTo(new Shape.Image(1, 2, 2));
        assertThat(collection.read(0)).containsOnly(1);
        assertThat(collection.read(2)).containsOnly(3);
    }

    @Test
    void anExpressionTellsClassAndSplitOfTheDiffractionLayout() {
        grey("images/trainset/d_ef2_1n0u_ptm1.tiff", 1);
        grey("images/trainset/d_ef2_1n0vc_ptm1.tiff", 2);
        grey("images/testset/d_ef2_1n0vc_ptm1.tiff", 3);
        grey("images/trainset/other.tiff", 4);
        String pattern = "(?<split>trainset|testset)/.*_(?<class>1n0u|1n0vc)_";

        FolderCollection collection = new FolderCollection(new Folder(root, new Labelling.ByPattern(pattern)));

        assertThat(collection.classes()).containsExactly("1n0u", "1n0vc");
        assertThat(collection.labels()).containsExactly(0, 1, 1);
        assertThat(collection.testBegin()).isEqualTo(2);
        assertThat(collection.read(2)).containsOnly(3);
    }

    @Test
    void anEmptyFolderIsRefused() {
        refused(new Labelling.ByDirectory(), "has no image; expected PNG, JPEG or TIFF files");
    }

    @Test
    void aMissingFolderIsRefused() {
        assertThatThrownBy(() -> new FolderCollection(new Folder(root.resolve("nowhere"), new Labelling.ByDirectory())))
                .isInstanceOf(DatasetException.class)
                .hasMessageContaining("Missing folder")
                .hasMessageContaining("nowhere");
    }

    @Test
    void anExpressionThatMatchesNothingIsRefusedWithAnExample() {
        grey("a/b.png", 1);

        refused(new Labelling.ByPattern("(?<class>zebra)"), "None of the 1 images");
        refused(new Labelling.ByPattern("(?<class>zebra)"), "the first is a/b.png");
    }

    @Test
    void anExpressionWithoutAClassIsRefused() {
        grey("a/b.png", 1);

        refused(new Labelling.ByPattern("a/"), "has no group (?<class>…)");
        refused(new Labelling.ByPattern("(?<class>"), "is no regular expression");
    }

    @Test
    void anImageOfAnotherShapeIsRefusedWithBothNames() {
        grey("a/1.png", 1);
        ImageFiles.grey(root.resolve("b/2.png"), 1, 1, 9);
        FolderCollection collection = new FolderCollection(new Folder(root, new Labelling.ByDirectory()));

        assertThatThrownBy(() -> collection.read(1))
                .isInstanceOf(DatasetException.class)
                .hasMessageContaining("Mixed shapes")
                .hasMessageContaining("b/2.png is 1×1×1")
                .hasMessageContaining("a/1.png is 1×2×2");
    }

    private void refused(Labelling labelling, String message) {
        assertThatThrownBy(() -> new FolderCollection(new Folder(root, labelling)))
                .isInstanceOf(DatasetException.class)
                .hasMessageContaining(message);
    }

    private void grey(String path, int value) {
        ImageFiles.grey(root.resolve(path), 2, 2, value, value, value, value);
    }
}
