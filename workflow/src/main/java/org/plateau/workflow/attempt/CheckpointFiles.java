package org.plateau.workflow.attempt;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.plateau.workflow.run.DiskError;
import org.plateau.workflow.run.RunFolderException;

/** The checkpoints in a folder, found by their content. A file is read at most once, and only when it is asked for. */
final class CheckpointFiles {
    private static final int BUFFER = 1 << 16;

    private final Path folder;
    private final Map<Path, String> hashes = new LinkedHashMap<>();
    private Optional<List<Path>> newestFirst = Optional.empty();

    CheckpointFiles(Path folder) {
        this.folder = folder;
    }

    /** The file whose SHA-256 this is. */
    Optional<Path> find(String hash) {
        return files().stream()
                .filter(file ->
                        hashes.computeIfAbsent(file, CheckpointFiles::hash).equals(hash))
                .findFirst();
    }

    private List<Path> files() {
        if (newestFirst.isEmpty()) {
            newestFirst = Optional.of(list());
        }
        return newestFirst.get();
    }

    private List<Path> list() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isRegularFile)
                    .sorted(Comparator.comparing(CheckpointFiles::modified).reversed())
                    .toList();
        } catch (IOException e) {
            throw unreadable(folder, e);
        }
    }

    private static FileTime modified(Path file) {
        try {
            return Files.getLastModifiedTime(file);
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    private static String hash(Path file) {
        try (InputStream content = Files.newInputStream(file)) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byte[] buffer = new byte[BUFFER];
            for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
                digest.update(buffer, 0, read);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    private static RunFolderException unreadable(Path path, IOException e) {
        return new RunFolderException("Cannot read the checkpoints in %s: %s".formatted(path, DiskError.reason(e)), e);
    }
}
