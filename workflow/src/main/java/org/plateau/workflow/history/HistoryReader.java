package org.plateau.workflow.history;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.plateau.workflow.json.WorkflowJson;
import org.plateau.workflow.run.DiskError;
import org.plateau.workflow.run.RunFolderException;

/** Reads a run's history while it grows. What was read is kept, and only what came since is read again. */
public final class HistoryReader {
    private final Path file;
    private final List<HistoryLine> lines = new ArrayList<>();
    private long position;

    public HistoryReader(Path file) {
        this.file = file;
    }

    /** The file that it reads. */
    public Path file() {
        return file;
    }

    /** Bytes of the lines that were read. */
    public long position() {
        return position;
    }

    /**
     * The first lines, oldest first.
     *
     * @throws RunFolderException if there are not so many whole lines
     */
    public List<HistoryLine> first(long count) {
        if (lines.size() < count) {
            readOn(count);
        }
        if (lines.size() < count) {
            throw new RunFolderException(
                    "%s has %d whole lines, but %d were expected".formatted(file, lines.size(), count));
        }
        return Collections.unmodifiableList(lines.subList(0, (int) count));
    }

    /** All lines before the first that is torn or broken; none where there is no file. */
    public List<HistoryLine> whole() {
        readOn(Long.MAX_VALUE);
        return List.copyOf(lines);
    }

    private void readOn(long count) {
        byte[] bytes = bytesSince();
        int start = 0;
        for (int i = 0; i < bytes.length && lines.size() < count; i++) {
            if (bytes[i] == '\n') {
                try {
                    lines.add(WorkflowJson.mapper()
                            .readValue(new String(bytes, start, i - start, StandardCharsets.UTF_8), HistoryLine.class));
                } catch (JsonProcessingException e) {
                    // What comes behind it cannot be trusted either: the orchestrator writes it again when it resumes.
                    break;
                }
                start = i + 1;
            }
        }
        position += start;
    }

    private byte[] bytesSince() {
        if (!Files.exists(file)) {
            return new byte[0];
        }
        try (RandomAccessFile content = new RandomAccessFile(file.toFile(), "r")) {
            byte[] bytes = new byte[Math.toIntExact(Math.max(0, content.length() - position))];
            content.seek(position);
            content.readFully(bytes);
            return bytes;
        } catch (IOException e) {
            throw new RunFolderException("Cannot read %s: %s".formatted(file, DiskError.reason(e)), e);
        }
    }
}
