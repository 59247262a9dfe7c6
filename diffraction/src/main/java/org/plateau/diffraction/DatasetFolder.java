package org.plateau.diffraction;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * The folder of a data set. Every file appears whole: it is written under a hidden name of its own and then renamed, so
 * that even two processes that make the same data set at once do no harm. A killed process may leave such a hidden
 * {@code .tmp} file behind. All failures are {@link DatasetFolderException}s.
 */
final class DatasetFolder {
    private final Path root;
    private final String token = UUID.randomUUID().toString();

    DatasetFolder(Path root) {
        this.root = root;
    }

    Path path(String file) {
        return root.resolve(file);
    }

    boolean has(String file) {
        return Files.exists(path(file));
    }

    boolean isAbsentOrEmpty() {
        if (!Files.exists(root)) {
            return true;
        }
        try (Stream<Path> entries = Files.list(root)) {
            return entries.findAny().isEmpty();
        } catch (IOException e) {
            throw new DatasetFolderException(root, "cannot be read; expected a folder", e);
        }
    }

    void create(String folder) {
        try {
            Files.createDirectories(path(folder));
        } catch (IOException e) {
            throw new DatasetFolderException(path(folder), "cannot be created; expected a writable place", e);
        }
    }

    String read(String file) {
        try {
            return Files.readString(path(file));
        } catch (IOException e) {
            throw new DatasetFolderException(path(file), "cannot be read", e);
        }
    }

    void write(String file, String content) {
        write(file, content.getBytes(StandardCharsets.UTF_8));
    }

    void write(String file, byte[] content) {
        Path target = path(file);
        Path temporary = target.resolveSibling("." + target.getFileName() + "." + token + ".tmp");
        try {
            Files.write(temporary, content);
            Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            discard(temporary, e);
            throw new DatasetFolderException(
                    target, "cannot be written; expected a writable folder with enough free space", e);
        }
    }

    void delete(String file) {
        try {
            Files.deleteIfExists(path(file));
        } catch (IOException e) {
            throw new DatasetFolderException(path(file), "cannot be deleted", e);
        }
    }

    /** How many TIFF files a folder holds. */
    int images(String folder) {
        if (!Files.isDirectory(path(folder))) {
            return 0;
        }
        try (Stream<Path> entries = Files.list(path(folder))) {
            return (int)
                    entries.filter(entry -> String.valueOf(entry.getFileName()).endsWith(".tiff"))
                            .count();
        } catch (IOException e) {
            throw new DatasetFolderException(path(folder), "cannot be read", e);
        }
    }

    private static void discard(Path temporary, IOException cause) {
        try {
            Files.deleteIfExists(temporary);
        } catch (IOException e) {
            cause.addSuppressed(e);
        }
    }
}
