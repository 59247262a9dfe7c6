package org.plateau.workflow.run;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.function.Supplier;

/** A lock that the operating system takes back when its holder dies, with a note of who holds it. */
public final class FileLocked {
    private final FileChannel channel;

    private FileLocked(FileChannel channel) {
        this.channel = channel;
    }

    /**
     * Takes the lock if nobody holds it.
     *
     * @param note who takes it, for those who find it taken
     * @throws RunFolderException if the file cannot be written
     */
    public static Optional<FileLocked> tryLock(Path file, String note) {
        try {
            FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            try {
                FileLock lock = channel.tryLock();
                if (lock == null) {
                    channel.close();
                    return Optional.empty();
                }
            } catch (OverlappingFileLockException e) {
                channel.close();
                return Optional.empty();
            }
            channel.truncate(0);
            channel.write(ByteBuffer.wrap(note.getBytes(StandardCharsets.UTF_8)));
            return Optional.of(new FileLocked(channel));
        } catch (IOException e) {
            throw new RunFolderException("Cannot lock %s: %s".formatted(file, e), e);
        }
    }

    /** Does something and releases the lock. */
    public <T> T during(Supplier<T> work) {
        try {
            return work.get();
        } finally {
            close();
        }
    }

    /** Whether somebody holds the lock now. */
    public static boolean held(Path file) {
        if (!Files.exists(file)) {
            return false;
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            FileLock lock = channel.tryLock();
            return lock == null;
        } catch (OverlappingFileLockException e) {
            return true;
        } catch (IOException e) {
            throw new RunFolderException("Cannot look at the lock %s: %s".formatted(file, e), e);
        }
    }

    /** The note of the last holder. */
    public static String note(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            return "unknown";
        }
    }

    private void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new RunFolderException("Cannot release a lock: " + e, e);
        }
    }
}
