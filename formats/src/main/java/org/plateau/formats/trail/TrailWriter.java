package org.plateau.formats.trail;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.InstantSource;
import org.plateau.core.trail.TrailEntry;
import org.plateau.core.trail.TrailEvent;

/**
 * The one writer of an attempt's record trail. A new trail is begun with {@link #create}; lines are in the file when
 * {@link #append} returns and survive the death of this process. Not thread-safe.
 */
public final class TrailWriter implements AutoCloseable {
    private final Path file;
    private final FileChannel channel;
    private final String network;
    private final int attempt;
    private final InstantSource clock;
    private int sequence;

    private TrailWriter(Path file, FileChannel channel, String network, int attempt, InstantSource clock) {
        this.file = file;
        this.channel = channel;
        this.network = network;
        this.attempt = attempt;
        this.clock = clock;
    }

    /**
     * Begins a trail.
     *
     * @throws TrailFileException if the file is there already or cannot be written
     */
    public static TrailWriter create(Path file, String network, int attempt, InstantSource clock) {
        try {
            FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            return new TrailWriter(file, channel, network, attempt, clock);
        } catch (IOException e) {
            throw new TrailFileException("Cannot begin the record trail %s: %s".formatted(file, e), e);
        }
    }

    /**
     * Writes an event as the next line.
     *
     * @throws TrailFileException if it cannot be written, with the file as it was before
     */
    public TrailEntry append(TrailEvent event) {
        TrailEntry entry = new TrailEntry(network, attempt, sequence, clock.instant(), event);
        ByteBuffer line = ByteBuffer.wrap((TrailLine.write(entry) + "\n").getBytes(StandardCharsets.UTF_8));
        try {
            long end = channel.size();
            try {
                while (line.hasRemaining()) {
                    channel.write(line);
                }
            } catch (IOException e) {
                channel.truncate(end);
                throw e;
            }
        } catch (IOException e) {
            throw new TrailFileException(
                    "Cannot write line %d of the record trail %s: %s".formatted(sequence + 1, file, e.getMessage()), e);
        }
        sequence++;
        return entry;
    }

    /** Waits until everything written is on the disk, so that it survives the machine as well. */
    public void sync() {
        try {
            channel.force(false);
        } catch (IOException e) {
            throw new TrailFileException("Cannot write the record trail %s: %s".formatted(file, e.getMessage()), e);
        }
    }

    @Override
    public void close() {
        try (channel) {
            channel.force(false);
        } catch (IOException e) {
            throw new TrailFileException("Cannot finish the record trail %s: %s".formatted(file, e.getMessage()), e);
        }
    }
}
