package org.plateau.formats.trail;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.plateau.core.trail.TrailEntry;
import org.plateau.formats.json.JsonFormatException;

/**
 * Reads an attempt's record trail while it grows: each call gives the whole lines that came since the last one.
 *
 * <p>A last line without its end is not there yet, or was torn when its writer died; it is left out and {@link #torn}
 * says so. A broken line before the last is an error.
 */
public final class TrailReader {
    private final Path file;
    private long position;
    private int lines;
    private boolean torn;

    public TrailReader(Path file) {
        this.file = file;
    }

    /** All whole lines of a trail. */
    public static List<TrailEntry> readAll(Path file) {
        return new TrailReader(file).next();
    }

    /**
     * The entries that came since the last call, oldest first; none where the file does not exist yet.
     *
     * @throws TrailFileException if the file cannot be read or a line is not an entry
     */
    public List<TrailEntry> next() {
        if (!file.toFile().exists()) {
            return List.of();
        }
        byte[] bytes = bytesSince();
        List<TrailEntry> entries = new ArrayList<>();
        int start = 0;
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] == '\n') {
                entries.add(entry(new String(bytes, start, i - start, StandardCharsets.UTF_8)));
                start = i + 1;
            }
        }
        position += start;
        torn = start < bytes.length;
        return List.copyOf(entries);
    }

    /** Whether the last call found an unfinished line at the end. */
    public boolean torn() {
        return torn;
    }

    private TrailEntry entry(String line) {
        lines++;
        try {
            return TrailLine.read(line);
        } catch (JsonFormatException e) {
            throw new TrailFileException("%s, line %d: %s".formatted(file, lines, e.getMessage()), e);
        }
    }

    private byte[] bytesSince() {
        try (RandomAccessFile trail = new RandomAccessFile(file.toFile(), "r")) {
            byte[] bytes = new byte[Math.toIntExact(Math.max(0, trail.length() - position))];
            trail.seek(position);
            trail.readFully(bytes);
            return bytes;
        } catch (IOException e) {
            throw new TrailFileException("Cannot read the record trail %s: %s".formatted(file, e), e);
        }
    }
}
