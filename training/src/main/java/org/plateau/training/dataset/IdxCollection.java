package org.plateau.training.dataset;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.plateau.core.architecture.Shape;
import org.plateau.core.dataset.DatasetException;
import org.plateau.core.dataset.DatasetSource;

/** Images and labels in pairs of IDX files, held in memory as bytes. */
final class IdxCollection implements ImageCollection {
    private final List<IdxFile> images = new ArrayList<>();
    private final Shape.Image shape;
    private final List<String> classes;
    private final int[] labels;

    IdxCollection(DatasetSource.Idx source) {
        IntStream numbers = pair(source.images(), source.labels(), "images", "labels");
        if (source.test().isPresent()) {
            DatasetSource.Idx.TestFiles test = source.test().get();
            numbers = IntStream.concat(numbers, pair(test.images(), test.labels(), "test-images", "test-labels"));
        }
        int[] raw = numbers.toArray();
        int[] distinct = Arrays.stream(raw).distinct().sorted().toArray();
        shape = shape(images.get(0));
        classes = Arrays.stream(distinct).mapToObj(Integer::toString).toList();
        labels = Arrays.stream(raw)
                .map(label -> Arrays.binarySearch(distinct, label))
                .toArray();
        for (IdxFile file : images) {
            if (!shape(file).equals(shape)) {
                throw new DatasetException("Mixed shapes: images are %s in %s, but %s in %s"
                        .formatted(shape, images.get(0).path(), shape(file), file.path()));
            }
        }
    }

    private IntStream pair(Path imagesPath, Path labelsPath, String imagesSetting, String labelsSetting) {
        IdxFile labelFile = IdxFile.read(labelsPath, labelsSetting, 1, 1);
        IdxFile imageFile = IdxFile.read(imagesPath, imagesSetting, 3, 4);
        if (imageFile.items() != labelFile.items()) {
            throw new DatasetException("%s has %d images, but %s has %d labels; expected as many"
                    .formatted(imagesPath, imageFile.items(), labelsPath, labelFile.items()));
        }
        images.add(imageFile);
        return IntStream.range(0, labelFile.items()).map(labelFile::value);
    }

    private static Shape.Image shape(IdxFile file) {
        return file.dimensions() == 3
                ? new Shape.Image(1, file.size(1), file.size(2))
                : new Shape.Image(file.size(1), file.size(2), file.size(3));
    }

    @Override
    public Shape.Image shape() {
        return shape;
    }

    @Override
    public List<String> classes() {
        return classes;
    }

    @Override
    public int[] labels() {
        return labels.clone();
    }

    @Override
    public int testBegin() {
        return images.get(0).items();
    }

    @Override
    public String name(int image) {
        return image < testBegin()
                ? images.get(0).path() + " image " + image
                : images.get(1).path() + " image " + (image - testBegin());
    }

    @Override
    public float[] read(int image) {
        IdxFile file = images.get(image < testBegin() ? 0 : 1);
        int index = image < testBegin() ? image : image - testBegin();
        int length = (int) shape.elements();
        float[] pixels = new float[length];
        for (int i = 0; i < length; i++) {
            pixels[i] = file.value(index * length + i);
        }
        return pixels;
    }
}
