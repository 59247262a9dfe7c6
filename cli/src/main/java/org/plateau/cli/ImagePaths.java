package org.plateau.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.plateau.core.dataset.DatasetException;
import org.plateau.training.dataset.ImageFile;

/**
 * Image files that a user named.
 *
 * @param files in the order in which they are asked about
 */
record ImagePaths(List<Path> files) {
    ImagePaths {
        files = List.copyOf(files);
    }

    /**
     * Files stay in their order, folders become the images below them, by their relative paths.
     *
     * @throws DatasetException if a folder has none, or something is not there
     */
    static ImagePaths of(List<Path> named) {
        List<Path> files = new ArrayList<>();
        for (Path path : named) {
            if (Files.isDirectory(path)) {
                files.addAll(below(path));
            } else if (Files.exists(path)) {
                files.add(path);
            } else {
                throw new DatasetException("There is no image or folder " + path);
            }
        }
        return new ImagePaths(files);
    }

    private static List<Path> below(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            List<Path> images = files.filter(file -> Files.isRegularFile(file) && ImageFile.isImage(file))
                    .sorted()
                    .toList();
            if (images.isEmpty()) {
                throw new DatasetException(
                        "Folder %s has no image; expected PNG, JPEG or TIFF files".formatted(folder));
            }
            return images;
        } catch (IOException | UncheckedIOException e) {
            throw new DatasetException("Folder %s cannot be listed: %s".formatted(folder, e.getMessage()), e);
        }
    }

    /** The files in pieces of at most this size. */
    List<List<Path>> batches(int size) {
        List<List<Path>> batches = new ArrayList<>();
        for (int from = 0; from < files.size(); from += size) {
            batches.add(files.subList(from, Math.min(from + size, files.size())));
        }
        return batches;
    }
}
