package org.plateau.training.pytorch;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.plateau.core.training.Checkpoint;
import org.plateau.core.training.Retention;
import org.plateau.core.training.TrainingException;

/** The checkpoints of one training, a file for each epoch. */
final class CheckpointFolder {
    private static final Pattern NAME = Pattern.compile("epoch-([0-9]{4,9})\\.safetensors");

    private final Path folder;
    private final Retention retention;

    /**
     * Makes the folder where it is not there.
     *
     * @throws TrainingException if it cannot be made
     */
    CheckpointFolder(Path folder, Retention retention) {
        this.folder = folder;
        this.retention = retention;
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new TrainingException("Checkpoint folder %s cannot be made: %s".formatted(folder, e), e);
        }
    }

    /**
     * Writes a checkpoint, whole or not at all: to a temporary file, down to the disk, then to its name.
     *
     * @throws TrainingException if it cannot be written; what was there before is untouched
     */
    Checkpoint write(int epoch, byte[] content) {
        Path file = folder.resolve("epoch-%04d.safetensors".formatted(epoch));
        Path temporary = folder.resolve(file.getFileName() + ".part");
        try {
            try (FileChannel channel = FileChannel.open(
                    temporary,
                    StandardOpenOption.CREATE,
                    StandardOpenOption.TRUNCATE_EXISTING,
                    StandardOpenOption.WRITE)) {
                ByteBuffer bytes = ByteBuffer.wrap(content);
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
                channel.force(true);
            }
            Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            forceFolder();
            return new Checkpoint(epoch, file, CheckpointFile.hash(content));
        } catch (IOException e) {
            discard(temporary, e);
            throw new TrainingException("Checkpoint %s cannot be written: %s".formatted(file, e.getMessage()), e);
        }
    }

    /** Puts the new name down to the disk, too, where the system lets a folder be opened. */
    private void forceFolder() throws IOException {
        if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }

    private static void discard(Path temporary, IOException cause) {
        try {
            Files.deleteIfExists(temporary);
        } catch (IOException e) {
            cause.addSuppressed(e);
        }
    }

    /** Deletes older checkpoints that need not stay. Called when the newest is known to whoever would resume from it. */
    void prune(Progress progress) {
        for (Path file : files()) {
            int epoch = epoch(file);
            if (epoch < progress.epoch() && !keeps(epoch, progress)) {
                try {
                    Files.deleteIfExists(file);
                } catch (IOException e) {
                    throw new TrainingException("Checkpoint %s cannot be deleted: %s".formatted(file, e), e);
                }
            }
        }
    }

    private boolean keeps(int epoch, Progress progress) {
        if (retention instanceof Retention.Every every) {
            return epoch % every.epochs() == 0;
        }
        return retention instanceof Retention.All
                || (retention instanceof Retention.Best && epoch == progress.bestEpoch());
    }

    private List<Path> files() {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(
                            file -> NAME.matcher(file.getFileName().toString()).matches())
                    .toList();
        } catch (IOException e) {
            throw new TrainingException("Checkpoint folder %s cannot be listed: %s".formatted(folder, e), e);
        }
    }

    private static int epoch(Path file) {
        Matcher matcher = NAME.matcher(file.getFileName().toString());
        return matcher.matches() ? Integer.parseInt(matcher.group(1)) : 0;
    }
}
