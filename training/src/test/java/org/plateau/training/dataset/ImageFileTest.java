package org.plateau.training.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.plateau.core.architecture.Shape;
import org.plateau.core.dataset.DatasetException;

class ImageFileTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"a.png", "a.tiff", "a.TIF"})
    void aGreyImageIsReadRowByRow(String name) {
        Path path = folder.resolve(name);
        ImageFiles.grey(path, 3, 2, 0, 1, 2, 100, 200, 255);

        ImageFile image = ImageFile.read(path);

        assertThat(image.shape()).isEqualTo(new Shape.Image(1, 2, 3));
        assertThat(image.pixels()).containsExactly(0, 1, 2, 100, 200, 255);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.png", "a.tiff"})
    void sixteenBitsKeepTheirValues(String name) {
        Path path = ImageFiles.deepGrey(folder.resolve(name), 2, 2, 0, 256, 40_000, 65_535);

        assertThat(ImageFile.read(path).pixels()).containsExactly(0, 256, 40_000, 65_535);
    }

    @Test
    void aFloatTiffKeepsItsValues() {
        Path path = ImageFiles.floatTiff(folder.resolve("a.tiff"), 2, 2, 1, -1.5f, 0, 3e-9f, 1.25e7f);

        ImageFile image = ImageFile.read(path);

        assertThat(image.shape()).isEqualTo(new Shape.Image(1, 2, 2));
        assertThat(image.pixels()).containsExactly(-1.5f, 0, 3e-9f, 1.25e7f);
    }

    @Test
    void aColouredFloatTiffIsReadChannelByChannel() {
        Path path = ImageFiles.floatTiff(folder.resolve("a.tiff"), 2, 1, 3, 1.5f, 2.5f, 3.5f, -4, -5, -6);

        ImageFile image = ImageFile.read(path);

        assertThat(image.shape()).isEqualTo(new Shape.Image(3, 1, 2));
        assertThat(image.pixels()).containsExactly(1.5f, -4, 2.5f, -5, 3.5f, -6);
    }

    @ParameterizedTest
    @ValueSource(
            ints = {
                BufferedImage.TYPE_INT_RGB,
                BufferedImage.TYPE_3BYTE_BGR,
                BufferedImage.TYPE_INT_ARGB,
                BufferedImage.TYPE_BYTE_INDEXED
            })
    void coloursComeAsRedGreenBlueWithoutTransparency(int type) {
        // A colour of the JDK's 6×6×6 palette.
        Path path = ImageFiles.plain(folder.resolve("a.png"), type, 2, 1, 0xff3366cc);

        ImageFile image = ImageFile.read(path);

        assertThat(image.shape()).isEqualTo(new Shape.Image(3, 1, 2));
        assertThat(image.pixels()).containsExactly(0x33, 0x33, 0x66, 0x66, 0xcc, 0xcc);
    }

    @Test
    void aBlackAndWhitePngIsGrey() {
        Path path = ImageFiles.plain(folder.resolve("a.png"), BufferedImage.TYPE_BYTE_BINARY, 9, 1, 0xffffffff);

        ImageFile image = ImageFile.read(path);

        assertThat(image.shape()).isEqualTo(new Shape.Image(1, 1, 9));
        assertThat(image.pixels()).containsOnly(255);
    }

    @Test
    void aJpegIsReadUpToItsLoss() {
        Path path = ImageFiles.plain(folder.resolve("a.jpg"), BufferedImage.TYPE_INT_RGB, 16, 16, 0xffc83250);

        ImageFile image = ImageFile.read(path);

        assertThat(image.shape()).isEqualTo(new Shape.Image(3, 16, 16));
        assertThat(image.pixels()[0]).isCloseTo(200, within(4f));
        assertThat(image.pixels()[256]).isCloseTo(50, within(4f));
        assertThat(image.pixels()[512]).isCloseTo(80, within(4f));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.1, 0.6, 0.98})
    void aTruncatedTiffIsRefusedWithItsName(double share) {
        Path path = ImageFiles.floatTiff(folder.resolve("cut.tiff"), 20, 20, 1, new float[400]);
        ImageFiles.truncate(path, share);

        assertThatThrownBy(() -> ImageFile.read(path))
                .isInstanceOf(DatasetException.class)
                .hasMessageContaining("cut.tiff is truncated or damaged")
                .hasMessageContaining("expected a whole PNG, JPEG or TIFF file");
    }

    @ParameterizedTest
    @ValueSource(strings = {"cut.png", "cut.tiff"})
    void aTruncatedFileOfTheJdksWritersIsRefusedWithItsName(String name) {
        int[] noise = new java.util.Random(1).ints(4096, 0, 256).toArray();
        Path path = ImageFiles.grey(folder.resolve(name), 64, 64, noise);
        ImageFiles.truncate(path, 0.6);

        assertThatThrownBy(() -> ImageFile.read(path))
                .isInstanceOf(DatasetException.class)
                .hasMessageContaining(name + " is truncated or damaged");
    }

    @Test
    void aTruncatedJpegIsRefusedWithItsName() {
        int[] noise = new java.util.Random(1).ints(4096, 0, 256).toArray();
        Path path = ImageFiles.grey(folder.resolve("cut.jpg"), 64, 64, noise);
        ImageFiles.truncate(path, 0.6);

        assertThatThrownBy(() -> ImageFile.read(path))
                .isInstanceOf(DatasetException.class)
                .hasMessageContaining("cut.jpg is truncated or damaged");
    }

    @Test
    void aFileThatIsNoImageIsRefusedWithItsName() throws IOException {
        Path path = Files.writeString(folder.resolve("text.png"), "no image at all");

        assertThatThrownBy(() -> ImageFile.read(path))
                .isInstanceOf(DatasetException.class)
                .hasMessageContaining("text.png begins as no image does");
    }
}
