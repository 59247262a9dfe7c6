package org.plateau.training.dataset;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import org.plateau.core.architecture.Shape;
import org.plateau.core.dataset.DatasetException;
import org.plateau.core.dataset.DatasetProperties;
import org.plateau.core.dataset.DatasetSource;
import org.plateau.core.dataset.DatasetSpecification;
import org.plateau.core.dataset.DatasetSpecification.PixelTransform;

/**
 * Reads a dataset: decodes images in parallel, hands their pixels to a store block by block, and finds out its
 * fingerprint and statistics on the way.
 *
 * <p>The fingerprint is the SHA-256 over the transform, the shape, the names of the classes and, part by part and image
 * by image, class and pixels. It does not depend on where the files are, how they are compressed or who reads them.
 */
public final class DatasetLoader {
    /** Pixels of the images that are read at once. */
    private static final long BLOCK = 1 << 22;

    /** Images that are read at once, at least, so that all processors have some. */
    private static final int FEWEST = 16;

    private static final int MOST = 256;

    private final ImageCollection images;
    private final PixelTransform transform;
    private final PixelStore store;
    private final MessageDigest fingerprint = PixelReading.sha256();
    private final double[] sums;
    private final double[] squares;
    private final PixelNoise noise;

    private DatasetLoader(ImageCollection images, PixelTransform transform, PixelStore store) {
        this.images = images;
        this.transform = transform;
        this.store = store;
        this.sums = new double[images.shape().channels()];
        this.squares = new double[sums.length];
        this.noise = new PixelNoise(images.shape());
    }

    /**
     * Loads a dataset into a store.
     *
     * @throws DatasetException if it cannot be used; the message names the file, what was found and what was expected
     */
    public static DatasetProperties load(DatasetSpecification specification, PixelStore store) {
        ImageCollection images = specification.source() instanceof DatasetSource.Idx idx
                ? new IdxCollection(idx)
                : new FolderCollection((DatasetSource.Folder) specification.source());
        return new DatasetLoader(images, specification.transform(), store).load(specification);
    }

    /** The properties of a dataset whose pixels nobody wants to keep. */
    public static DatasetProperties describe(DatasetSpecification specification) {
        return load(specification, PixelStore.none());
    }

    private DatasetProperties load(DatasetSpecification specification) {
        List<String> classes = images.classes();
        if (classes.size() < 2) {
            throw new DatasetException("%s has images of one class only, \"%s\"; expected at least two classes"
                    .formatted(specification.name(), classes.get(0)));
        }
        int[] labels = images.labels();
        Deal deal = new Deal(labels, images.testBegin(), classes.size(), specification.split());
        Shape.Image shape = images.shape();
        add("%s %s %s".formatted(transform, shape, String.join("\u0000", classes)));
        int[] train = read(SplitPart.TRAIN, deal, labels);
        long pixels = (long) train.length * shape.height() * shape.width();
        double[] mean = Arrays.stream(sums).map(sum -> sum / pixels).toArray();
        double[] spread = IntStream.range(0, mean.length)
                .mapToDouble(c -> Math.sqrt(Math.max(0, squares[c] / pixels - mean[c] * mean[c])))
                .toArray();
        int[] validation = read(SplitPart.VALIDATION, deal, labels);
        int[] test = read(SplitPart.TEST, deal, labels);
        // A channel without any spread stays as it is, at 0.
        store.normalize(mean, Arrays.stream(spread).map(s -> s > 0 ? s : 1).toArray());
        return new DatasetProperties(
                specification.name(),
                HexFormat.of().formatHex(fingerprint.digest()),
                shape,
                classes,
                counts(train, classes.size()),
                counts(validation, classes.size()),
                counts(test, classes.size()),
                Arrays.stream(mean).boxed().toList(),
                Arrays.stream(spread).boxed().toList(),
                noise.against(Arrays.stream(spread).average().orElse(0)));
    }

    private int[] read(SplitPart part, Deal deal, int[] labels) {
        int[] dealt = deal.images(part);
        int[] dealtLabels = Arrays.stream(dealt).map(image -> labels[image]).toArray();
        add("%s %d".formatted(part, dealt.length));
        if (dealt.length > 0) {
            store.open(part, images.shape(), dealtLabels);
        }
        int step = (int) Math.max(FEWEST, Math.min(MOST, BLOCK / images.shape().elements()));
        for (int first = 0; first < dealt.length; first += step) {
            int end = Math.min(first + step, dealt.length);
            List<PixelReading> block = IntStream.range(first, end)
                    .parallel()
                    .mapToObj(i -> PixelReading.of(images, dealt[i], transform))
                    .toList();
            List<float[]> pixels = new ArrayList<>(block.size());
            for (int i = 0; i < block.size(); i++) {
                PixelReading reading = block.get(i);
                add(Integer.toString(dealtLabels[first + i]));
                fingerprint.update(reading.digest);
                if (part == SplitPart.TRAIN) {
                    addTo(sums, reading.sums);
                    addTo(squares, reading.squares);
                    noise.add(reading.pixels);
                }
                pixels.add(reading.pixels);
            }
            store.put(part, first, pixels);
        }
        return dealtLabels;
    }

    private void add(String text) {
        fingerprint.update(text.getBytes(StandardCharsets.UTF_8));
        fingerprint.update((byte) 0);
    }

    private static void addTo(double[] totals, double[] more) {
        for (int i = 0; i < totals.length; i++) {
            totals[i] += more[i];
        }
    }

    private static List<Integer> counts(int[] labels, int classes) {
        int[] counts = new int[classes];
        for (int label : labels) {
            counts[label]++;
        }
        return Arrays.stream(counts).boxed().toList();
    }
}
