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
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A lock that the operating system takes back when its holder dies, with a note of who holds it.
 *
 * <p>POSIX takes back all of a process's locks on a file when the process closes any of its channels on that file, so a
 * file that is locked here is never opened a second time in this process. Thread-safe.
 */
public final class FileLocked {
    /** Others look whether a lock is held by trying to take it, which must not look like a holder. */
    private static final int TRIES = 5;

    private static final long PAUSE_MILLIS = 20;

    /** Notes of the locks of this process, by file. Guarded by this class. */
    private static final Map<Path, String> HELD = new HashMap<>();

    private final Path file;
    private final FileChannel channel;

    private FileLocked(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /**
     * Takes the lock if nobody holds it.
     *
     * @param note who takes it, for those who find it taken
     * @throws RunFolderException if the file cannot be written
     */
    public static Optional<FileLocked> tryLock(Path file, String note) {
        Optional<FileLocked> lock = tryOnce(file, note);
        for (int tries = 1; lock.isEmpty() && tries < TRIES; tries++) {
            pause();
            lock = tryOnce(file, note);
        }
        return lock;
    }

    private static synchronized Optional<FileLocked> tryOnce(Path file, String note) {
        try {
            Path key = key(file);
            if (HELD.containsKey(key)) {
                return Optional.empty();
            }
            FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            try {
                if (!locks(channel)) {
                    channel.close();
                    return Optional.empty();
                }
                channel.truncate(0);
                channel.write(ByteBuffer.wrap(note.getBytes(StandardCharsets.UTF_8)));
            } catch (IOException e) {
                channel.close();
                throw e;
            }
            HELD.put(key, note);
            return Optional.of(new FileLocked(key, channel));
        } catch (IOException e) {
            throw new RunFolderException("Cannot lock %s: %s".formatted(file, DiskError.reason(e)), e);
        }
    }

    /** Does something and releases the lock. */
    public <T> T during(Supplier<T> work) {
        try {
            return work.get();
        } finally {
            release();
        }
    }

    /** Whether somebody holds the lock now. */
    public static synchronized boolean held(Path file) {
        if (!Files.exists(file)) {
            return false;
        }
        try {
            if (HELD.containsKey(key(file))) {
                return true;
            }
            if (!Files.isWritable(file)) {
                return heldByAnother(file);
            }
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
                return !locks(channel);
            }
        } catch (IOException e) {
            throw new RunFolderException("Cannot look at the lock %s: %s".formatted(file, DiskError.reason(e)), e);
        }
    }

    /** For those who may only read: a shared lock is refused where somebody holds the file for himself. */
    private static boolean heldByAnother(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
                FileLock lock = channel.tryLock(0, Long.MAX_VALUE, true)) {
            return lock == null;
        }
    }

    /** The note of the last holder. */
    public static synchronized String note(Path file) {
        try {
            String own = HELD.get(key(file));
            return own == null ? Files.readString(file).strip() : own;
        } catch (IOException e) {
            return "unknown";
        }
    }

    private void release() {
        synchronized (FileLocked.class) {
            try {
                channel.close();
            } catch (IOException e) {
                throw new RunFolderException("Cannot release the lock %s: %s".formatted(file, DiskError.reason(e)), e);
            } finally {
                HELD.remove(file);
            }
        }
    }

    private static boolean locks(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    private static Path key(Path file) throws IOException {
        Path absolute = file.toAbsolutePath();
        Path folder = absolute.getParent();
        Path name = absolute.getFileName();
        return folder == null || name == null ? absolute : folder.toRealPath().resolve(name);
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
