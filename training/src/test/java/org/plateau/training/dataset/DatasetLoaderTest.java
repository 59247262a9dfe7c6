package org.plateau.training.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plateau.core.architecture.Shape;
import org.plateau.core.dataset.DatasetException;
import org.plateau.core.dataset.DatasetProperties;
import org.plateau.core.dataset.DatasetSource;
import org.plateau.core.dataset.DatasetSource.Labelling;
import org.plateau.core.dataset.DatasetSpecification;
import org.plateau.core.dataset.DatasetSpecification.PixelTransform;
import org.plateau.core.dataset.Split;

class DatasetLoaderTest {
    private static final Split SPLIT = new Split(0.5, 0.25, 0.25, 3);

    @TempDir
    Path root;

    @Test
    void propertiesAreThoseOfTheTrainingSplit() {
        Recording store = new Recording();

        DatasetProperties properties = DatasetLoader.load(folder("a", 20, PixelTransform.NONE), store);

        assertThat(properties.name()).isEqualTo("test");
        assertThat(properties.shape()).isEqualTo(new Shape.Image(1, 2, 2));
        assertThat(properties.classes()).containsExactly("even", "odd");
        assertThat(properties.train()).containsExactly(5, 5);
        assertThat(properties.validation()).hasSize(2).satisfies(c -> assertThat(c.get(0) + c.get(1))
                .isEqualTo(5));
        assertThat(properties.images()).isEqualTo(20);
        assertThat(properties.balance()).isEqualTo(1);
        double[] pixels = store.pixels(SplitPart.TRAIN);
        double mean = mean(pixels);
        assertThat(properties.mean().get(0)).isCloseTo(mean, within(1e-9));
        assertThat(properties.spread().get(0)).isCloseTo(spread(pixels, mean), within(1e-9));
        assertThat(store.mean).containsExactly(properties.mean().get(0));
    }

    @Test
    void pixelsComeWithTheirOwnLabels() {
        Recording store = new Recording();

        DatasetLoader.load(folder("a", 600, PixelTransform.NONE), store);

        for (SplitPart part : SplitPart.values()) {
            List<float[]> images = store.images.getOrDefault(part, List.of());
            int[] labels = store.labels.getOrDefault(part, new int[0]);
            assertThat(images).hasSize(labels.length).isNotEmpty();
            for (int i = 0; i < labels.length; i++) {
                // An image's first pixel is its number, and the number's parity is its class.
                assertThat((int) images.get(i)[0] % 2).isEqualTo(labels[i]);
            }
        }
    }

    @Test
    void log1pIsTakenBeforeTheStatistics() {
        Recording store = new Recording();
        DatasetSpecification specification = floats(PixelTransform.LOG1P, 0, 1e-6f, 3, 1e6f);

        DatasetProperties properties = DatasetLoader.load(specification, store);

        float[] image = store.images.getOrDefault(SplitPart.TRAIN, List.of()).get(0);
        assertThat(image[0]).isZero();
        assertThat(image[1]).isCloseTo((float) Math.log1p(1e-6f), within(1e-13f));
        assertThat(image[2]).isCloseTo((float) Math.log(4), within(1e-6f));
        assertThat(image[3]).isCloseTo((float) Math.log1p(1e6f), within(1e-5f));
        assertThat(properties.mean().get(0)).isCloseTo(mean(store.pixels(SplitPart.TRAIN)), within(1e-9));
    }

    @Test
    void theFingerprintDependsOnContentAndDealOnly() {
        String fingerprint = fingerprint(folder("a", 20, PixelTransform.NONE));

        assertThat(fingerprint(folder("elsewhere/b", 20, PixelTransform.NONE))).isEqualTo(fingerprint);
        assertThat(fingerprint(folder("a", 20, PixelTransform.LOG1P))).isNotEqualTo(fingerprint);
        assertThat(fingerprint(withSplit(folder("a", 20, PixelTransform.NONE), new Split(0.5, 0.25, 0.25, 4))))
                .isNotEqualTo(fingerprint);
        ImageFiles.grey(root.resolve("a/even/0002.png"), 2, 2, 2, 0, 0, 1);
        assertThat(fingerprint(folderThatIsThere("a", PixelTransform.NONE))).isNotEqualTo(fingerprint);
    }

    @Test
    void aFileInAnotherFormatWithTheSamePixelsIsTheSameDataset() {
        String fingerprint = fingerprint(folder("a", 20, PixelTransform.NONE));
        for (int i = 0; i < 20; i++) {
            ImageFiles.grey(root.resolve("c/%s/%04d.tiff".formatted(i % 2 == 0 ? "even" : "odd", i)), 2, 2, i, 0, 0, 0);
        }

        assertThat(fingerprint(folderThatIsThere("c", PixelTransform.NONE))).isEqualTo(fingerprint);
    }

    @Test
    void oneClassOnlyIsRefused() {
        for (int i = 0; i < 4; i++) {
            ImageFiles.grey(root.resolve("only/cats/" + i + ".png"), 1, 1, i);
        }

        refused(folderThatIsThere("only", PixelTransform.NONE), "images of one class only, \"cats\"");
    }

    @Test
    void aPixelThatIsNoNumberIsRefusedWithItsFile() {
        refused(floats(PixelTransform.NONE, 0, Float.NaN, 0, 0), "pixel 1 is NaN; expected finite numbers");
    }

    @Test
    void aPixelWithoutALogarithmIsRefusedWithItsFile() {
        refused(
                floats(PixelTransform.LOG1P, 0, 0, -3, 0),
                "pixel 2 is -3.0; the transform LOG1P takes values above −1");
    }

    @Test
    void aTruncatedImageInAFolderIsRefusedWithItsName() {
        DatasetSpecification specification = floats(PixelTransform.NONE, 1, 2, 3, 4);
        ImageFiles.truncate(root.resolve("floats/b/3.tiff"), 0.95);

        refused(specification, "b/3.tiff is truncated or damaged");
    }

    @Test
    void anIdxDatasetIsLoaded() {
        Path images = IdxFiles.write(root.resolve("i"), new int[] {40, 4, 4}, IdxFiles.learnable(40, 4, 2, 1));
        Path labels = IdxFiles.write(root.resolve("l"), new int[] {40}, IdxFiles.labels(40, 2));
        DatasetSpecification specification = new DatasetSpecification(
                "idx", new DatasetSource.Idx(images, labels, Optional.empty()), SPLIT, PixelTransform.NONE);

        assertThat(DatasetLoader.describe(specification).train()).containsExactly(10, 10);
    }

    private static void refused(DatasetSpecification specification, String message) {
        assertThatThrownBy(() -> DatasetLoader.describe(specification))
                .isInstanceOf(DatasetException.class)
                .hasMessageContaining(message);
    }

    private static String fingerprint(DatasetSpecification specification) {
        return DatasetLoader.describe(specification).fingerprint();
    }

    private static DatasetSpecification withSplit(DatasetSpecification given, Split split) {
        return new DatasetSpecification(given.name(), given.source(), split, given.transform());
    }

    private DatasetSpecification folder(String name, int images, PixelTransform transform) {
        for (int i = 0; i < images; i++) {
            Path path = root.resolve("%s/%s/%04d.png".formatted(name, i % 2 == 0 ? "even" : "odd", i));
            ImageFiles.deepGrey(path, 2, 2, i, 0, 0, 0);
        }
        return folderThatIsThere(name, transform);
    }

    private DatasetSpecification folderThatIsThere(String name, PixelTransform transform) {
        DatasetSource source = new DatasetSource.Folder(root.resolve(name), new Labelling.ByDirectory());
        return new DatasetSpecification("test", source, SPLIT, transform);
    }

    private DatasetSpecification floats(PixelTransform transform, float... pixels) {
        for (int i = 0; i < 8; i++) {
            ImageFiles.floatTiff(
                    root.resolve("floats/%s/%d.tiff".formatted(i % 2 == 0 ? "a" : "b", i)), 2, 2, 1, pixels);
        }
        return folderThatIsThere("floats", transform);
    }

    private static double mean(double[] values) {
        return java.util.Arrays.stream(values).average().orElseThrow();
    }

    private static double spread(double[] values, double mean) {
        return Math.sqrt(java.util.Arrays.stream(values)
                .map(v -> (v - mean) * (v - mean))
                .average()
                .orElseThrow());
    }

    /** Keeps what it is given. */
    private static final class Recording implements PixelStore {
        private final Map<SplitPart, List<float[]>> images = new EnumMap<>(SplitPart.class);
        private final Map<SplitPart, int[]> labels = new EnumMap<>(SplitPart.class);
        private double[] mean = {};

        @Override
        public void open(SplitPart part, Shape.Image shape, int[] partLabels) {
            images.put(part, new ArrayList<>());
            labels.put(part, partLabels);
        }

        @Override
        public void put(SplitPart part, int first, List<float[]> more) {
            List<float[]> all = images.getOrDefault(part, new ArrayList<>());
            assertThat(all).hasSize(first);
            all.addAll(more);
        }

        @Override
        public void normalize(double[] means, double[] spread) {
            mean = means;
        }

        double[] pixels(SplitPart part) {
            return images.getOrDefault(part, List.of()).stream()
                    .flatMapToDouble(image ->
                            java.util.stream.IntStream.range(0, image.length).mapToDouble(i -> image[i]))
                    .toArray();
        }
    }
}
