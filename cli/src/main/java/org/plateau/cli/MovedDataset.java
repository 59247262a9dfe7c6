package org.plateau.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.plateau.core.dataset.DatasetException;
import org.plateau.core.dataset.DatasetSource;
import org.plateau.core.dataset.DatasetSource.Idx.TestFiles;
import org.plateau.core.dataset.DatasetSpecification;

/** A dataset that is not where its record trail says. */
final class MovedDataset {
    private MovedDataset() {}

    /**
     * The same dataset in other places.
     *
     * @param paths none for where it was; a folder; or as many IDX files as it has
     * @throws DatasetException if there are more or fewer, or something is not there
     */
    static DatasetSpecification of(DatasetSpecification recorded, List<Path> paths) {
        for (Path path : paths) {
            if (!Files.exists(path)) {
                throw new DatasetException("There is no dataset " + path);
            }
        }
        DatasetSource source = paths.isEmpty() ? recorded.source() : source(recorded, paths);
        if (source instanceof DatasetSource.Folder folder && !Files.isDirectory(folder.root())) {
            throw new DatasetException("The dataset %s is not in %s, where it was; say with --dataset where it is now"
                    .formatted(recorded.name(), folder.root()));
        }
        return new DatasetSpecification(recorded.name(), source, recorded.split(), recorded.transform());
    }

    private static DatasetSource source(DatasetSpecification recorded, List<Path> paths) {
        if (recorded.source() instanceof DatasetSource.Folder folder) {
            if (paths.size() != 1) {
                throw new DatasetException("The dataset %s is a folder, but --dataset names %d paths"
                        .formatted(recorded.name(), paths.size()));
            }
            return new DatasetSource.Folder(paths.get(0).toAbsolutePath(), folder.labelling());
        }
        DatasetSource.Idx idx = (DatasetSource.Idx) recorded.source();
        if (paths.size() == 1 && Files.isDirectory(paths.get(0))) {
            Path folder = paths.get(0).toAbsolutePath();
            return new DatasetSource.Idx(
                    in(folder, idx.images()),
                    in(folder, idx.labels()),
                    idx.test().map(test -> new TestFiles(in(folder, test.images()), in(folder, test.labels()))));
        }
        int expected = idx.test().isPresent() ? 4 : 2;
        if (paths.size() != expected) {
            throw new DatasetException(
                    "The dataset %s has %d IDX files, but --dataset names %d paths; expected as many, or their folder"
                            .formatted(recorded.name(), expected, paths.size()));
        }
        List<Path> files = paths.stream().map(Path::toAbsolutePath).toList();
        return new DatasetSource.Idx(
                files.get(0),
                files.get(1),
                expected == 4 ? Optional.of(new TestFiles(files.get(2), files.get(3))) : Optional.empty());
    }

    private static Path in(Path folder, Path file) {
        return folder.resolve(String.valueOf(file.getFileName()));
    }
}
