package org.plateau.workflow.journal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.plateau.workflow.json.WorkflowJson;
import org.plateau.workflow.run.DiskError;

/**
 * The truth about a search: every decision, on the disk before it acts. One writer. A torn last line, of a writer that
 * died, is cut off when the journal is opened again: it never acted.
 */
public final class Journal implements AutoCloseable {
    private static final JsonMapper MAPPER = WorkflowJson.mapper();

    private final Path file;
    private final FileChannel channel;
    private final InstantSource clock;
    private int sequence;

    /** One line. */
    public record Line(int sequence, Instant time, JournalEvent event) {}

    private Journal(Path file, FileChannel channel, InstantSource clock, int sequence) {
        this.file = file;
        this.channel = channel;
        this.clock = clock;
        this.sequence = sequence;
    }

    /**
     * Opens a journal to write on behind its last whole line.
     *
     * @throws JournalException if it cannot be read or written
     */
    public static Journal open(Path file, InstantSource clock) {
        try {
            Content content = Files.exists(file) ? content(file) : new Content(List.of(), 0);
            FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            channel.truncate(content.end());
            channel.position(content.end());
            return new Journal(file, channel, clock, content.lines().size());
        } catch (IOException e) {
            throw new JournalException("Cannot open the journal %s: %s".formatted(file, DiskError.reason(e)), e);
        }
    }

    /**
     * The whole lines of a journal, while it may be written.
     *
     * @throws JournalException if it cannot be read or a line is none
     */
    public static List<Line> read(Path file) {
        try {
            return content(file).lines();
        } catch (IOException e) {
            throw new JournalException("Cannot read the journal %s: %s".formatted(file, DiskError.reason(e)), e);
        }
    }

    /**
     * Writes an event and returns the line when it is on the disk.
     *
     * @throws JournalException if it cannot be written; the journal is then as it was before
     */
    public Line append(JournalEvent event) {
        Line line = new Line(sequence, clock.instant(), event);
        try {
            String text = MAPPER.writeValueAsString(line) + "\n";
            write(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)));
            sequence++;
            return line;
        } catch (IOException e) {
            throw new JournalException(
                    "Cannot write line %d of the journal %s: %s".formatted(sequence + 1, file, DiskError.reason(e)), e);
        }
    }

    private void write(ByteBuffer bytes) throws IOException {
        long end = channel.position();
        try {
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(false);
        } catch (IOException e) {
            try {
                channel.truncate(end);
            } catch (IOException second) {
                e.addSuppressed(second);
            }
            throw e;
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new JournalException("Cannot close the journal %s: %s".formatted(file, DiskError.reason(e)), e);
        }
    }

    private record Content(List<Line> lines, long end) {}

    private static Content content(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        List<Line> lines = new ArrayList<>();
        int start = 0;
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] == '\n') {
                lines.add(line(file, new String(bytes, start, i - start, StandardCharsets.UTF_8), lines.size()));
                start = i + 1;
            }
        }
        return new Content(List.copyOf(lines), start);
    }

    private static Line line(Path file, String text, int sequence) {
        try {
            Line line = MAPPER.readValue(text, Line.class);
            if (line.sequence() == sequence) {
                return line;
            }
            throw new JournalException("%s, line %d: expected sequence %d, but found %d"
                    .formatted(file, sequence + 1, sequence, line.sequence()));
        } catch (JsonProcessingException e) {
            throw new JournalException(
                    "%s, line %d: no line of a journal of this version: %s"
                            .formatted(file, sequence + 1, e.getOriginalMessage()),
                    e);
        }
    }
}
