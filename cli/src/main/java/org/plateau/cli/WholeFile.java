package org.plateau.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.plateau.workflow.run.DiskError;
import org.plateau.workflow.run.RunFolderException;

/** Writes a result to the file that the user named: as a whole, or not at all. */
final class WholeFile {
    private WholeFile() {}

    /** @throws RunFolderException if it cannot be written; what was there before stays */
    static void write(Path file, byte[] content) {
        Path part = file.resolveSibling(file.getFileName() + ".part");
        try {
            Path folder = file.toAbsolutePath().getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            Files.write(part, content);
            Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            discard(part, e);
            throw new RunFolderException("Cannot write %s: %s".formatted(file, DiskError.reason(e)), e);
        }
    }

    private static void discard(Path part, IOException cause) {
        try {
            Files.deleteIfExists(part);
        } catch (IOException e) {
            cause.addSuppressed(e);
        }
    }
}
