package org.plateau.commons;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.plateau.commons.AttemptTable.Extent;
import org.plateau.core.trail.TrailEntry;
import org.plateau.formats.json.JsonFormatException;
import org.plateau.formats.trail.TrailFileException;
import org.plateau.formats.trail.TrailLine;

/** The record trail of one attempt in the store: lines that are only ever appended, under the database's write lock. */
final class StoredTrail {
    private final String network;
    private final int attempt;
    private final Path file;

    StoredTrail(String network, int attempt, Path file) {
        this.network = network;
        this.attempt = attempt;
        this.file = file;
    }

    String network() {
        return network;
    }

    int attempt() {
        return attempt;
    }

    Path file() {
        return file;
    }

    /** Bytes in the file, 0 where there is none. */
    long size() {
        try {
            return Files.exists(file) ? Files.size(file) : 0;
        } catch (IOException e) {
            throw new CommonsException("Cannot read the record trail %s: %s".formatted(file, e), e);
        }
    }

    /** Writes lines after the first {@code length} bytes. */
    void append(long length, byte[] lines) {
        try {
            if (length == 0) {
                Files.createDirectories(file.resolveSibling(".").normalize());
            }
            try (RandomAccessFile content = new RandomAccessFile(file.toFile(), "rw")) {
                content.seek(length);
                content.write(lines);
            }
        } catch (IOException e) {
            throw new CommonsException("Cannot write the record trail %s: %s".formatted(file, e.getMessage()), e);
        }
    }

    /** Takes away everything after the first {@code length} bytes. */
    void cut(long length) {
        try {
            if (length == 0) {
                Files.deleteIfExists(file);
            } else if (size() > length) {
                try (RandomAccessFile content = new RandomAccessFile(file.toFile(), "rw")) {
                    content.setLength(length);
                }
            }
        } catch (IOException e) {
            throw new CommonsException("Cannot repair the record trail %s: %s".formatted(file, e.getMessage()), e);
        }
    }

    /**
     * The entries as far as they are indexed. What comes after them may be in the making and is not looked at.
     *
     * @throws TrailFileException if a line is no entry of this trail, naming the line
     */
    List<TrailEntry> read(Extent extent) {
        return lines(bytes(0, extent.bytes()), Extent.none(attempt)).entries();
    }

    /**
     * The whole lines after those that are indexed; a torn last one is left out.
     *
     * @throws TrailFileException if a line is no entry of this trail, naming the line
     */
    Lines readAfter(Extent extent) {
        return lines(bytes(extent.bytes(), size()), extent);
    }

    private Lines lines(byte[] bytes, Extent before) {
        List<TrailEntry> read = new ArrayList<>();
        int start = 0;
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] == '\n') {
                String line = new String(bytes, start, i - start, StandardCharsets.UTF_8);
                read.add(entry(line, before.entries() + read.size()));
                start = i + 1;
            }
        }
        return new Lines(List.copyOf(read), before.bytes() + start);
    }

    private TrailEntry entry(String line, int sequence) {
        try {
            TrailEntry entry = TrailLine.read(line);
            if (entry.sequence() != sequence
                    || entry.attempt() != attempt
                    || !entry.network().equals(network)) {
                throw new JsonFormatException("It should be entry %d of attempt %d of network %s, but is %d of %d of %s"
                        .formatted(sequence, attempt, network, entry.sequence(), entry.attempt(), entry.network()));
            }
            return entry;
        } catch (JsonFormatException e) {
            throw new TrailFileException("%s, line %d: %s".formatted(file, sequence + 1, e.getMessage()), e);
        }
    }

    private byte[] bytes(long from, long to) {
        if (from == to) {
            return new byte[0];
        }
        try (RandomAccessFile content = new RandomAccessFile(file.toFile(), "r")) {
            byte[] bytes = new byte[Math.toIntExact(to - from)];
            content.seek(from);
            content.readFully(bytes);
            return bytes;
        } catch (IOException e) {
            throw new CommonsException("Cannot read the record trail %s: %s".formatted(file, e), e);
        }
    }

    /**
     * Lines of the trail.
     *
     * @param entries in order
     * @param end byte after the last whole line
     */
    record Lines(List<TrailEntry> entries, long end) {}
}
