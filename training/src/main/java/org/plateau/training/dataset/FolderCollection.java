package org.plateau.training.dataset;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.plateau.core.architecture.Shape;
import org.plateau.core.dataset.DatasetException;
import org.plateau.core.dataset.DatasetSource;

/** Image files below a folder, in the order of their relative paths, those of the source's own test split last. */
final class FolderCollection implements ImageCollection {
    private record Item(String path, String label, boolean test) {}

    private final Path root;
    private final List<Item> items;
    private final List<String> classes;
    private final Shape.Image shape;

    FolderCollection(DatasetSource.Folder source) {
        root = source.root();
        if (!Files.isDirectory(root)) {
            throw new DatasetException("Missing folder %s: expected a folder of images".formatted(root));
        }
        PathLabels labels = PathLabels.of(source.labelling());
        List<String> paths = imagePaths();
        if (paths.isEmpty()) {
            throw new DatasetException(
                    "Folder %s has no image; expected PNG, JPEG or TIFF files in it or in its sub-folders"
                            .formatted(root));
        }
        items = paths.stream()
                .map(path -> labels.match(path).map(match -> new Item(path, match.label(), match.test())))
                .flatMap(Optional::stream)
                .sorted(Comparator.comparing(Item::test).thenComparing(Item::path))
                .toList();
        if (items.isEmpty()) {
            throw new DatasetException("None of the %d images below %s is labelled by %s; the first is %s"
                    .formatted(paths.size(), root, labels.rule(), paths.get(0)));
        }
        classes = items.stream().map(Item::label).distinct().sorted().toList();
        shape = ImageFile.read(root.resolve(items.get(0).path())).shape();
    }

    private List<String> imagePaths() {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(file -> Files.isRegularFile(file) && ImageFile.isImage(file))
                    .map(file -> root.relativize(file).toString().replace('\\', '/'))
                    .sorted()
                    .toList();
        } catch (IOException | UncheckedIOException e) {
            throw new DatasetException("Folder %s cannot be listed: %s".formatted(root, e.getMessage()), e);
        }
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
        return items.stream().mapToInt(item -> classes.indexOf(item.label())).toArray();
    }

    @Override
    public int testBegin() {
        return (int) items.stream().filter(item -> !item.test()).count();
    }

    @Override
    public String name(int image) {
        return root.resolve(items.get(image).path()).toString();
    }

    @Override
    public float[] read(int image) {
        ImageFile file = ImageFile.read(root.resolve(items.get(image).path()));
        if (!file.shape().equals(shape)) {
            throw new DatasetException(
                    "Mixed shapes: %s is %s, but %s is %s; expected one shape for all images (channels×height×width)"
                            .formatted(name(image), file.shape(), name(0), shape));
        }
        return file.pixels();
    }
}
