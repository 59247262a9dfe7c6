package org.plateau.commons;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.plateau.commons.Intake.Refusal;
import org.plateau.core.trail.Annotation;
import org.plateau.formats.json.JsonFormatException;
import org.plateau.formats.trail.AnnotationLine;
import org.plateau.formats.trail.TrailFileException;

/** The store's annotations: lines that are only ever appended, under the database's write lock. */
final class AnnotationFile {
    private final Path file;

    AnnotationFile(Path file) {
        this.file = file;
    }

    /**
     * Annotations read from the file.
     *
     * @param annotations in order
     * @param refused lines that are none
     * @param end byte after the last line
     * @param torn whether the last line was there but for its end
     */
    record Lines(List<Annotation> annotations, List<Refusal> refused, long end, boolean torn) {}

    Path file() {
        return file;
    }

    /** Bytes in the file, 0 where there is none. */
    long size() {
        try {
            return Files.exists(file) ? Files.size(file) : 0;
        } catch (IOException e) {
            throw new CommonsException("Cannot read the annotations %s: %s".formatted(file, e), e);
        }
    }

    /** The annotations after the first {@code from} bytes. A last line that was torn is left out, unless only its end is missing. */
    Lines readAfter(long from) {
        byte[] bytes = bytes(from);
        List<Annotation> read = new ArrayList<>();
        List<Refusal> refused = new ArrayList<>();
        int start = 0;
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] == '\n') {
                try {
                    read.add(annotation(bytes, start, i));
                } catch (JsonFormatException e) {
                    refused.add(Refusal.of(file, broken(from + start, e)));
                }
                start = i + 1;
            }
        }
        if (start < bytes.length) {
            try {
                read.add(annotation(bytes, start, bytes.length));
                return new Lines(read, refused, from + bytes.length, true);
            } catch (JsonFormatException e) {
                return new Lines(read, refused, from + start, false);
            }
        }
        return new Lines(read, refused, from + start, false);
    }

    /** Writes annotations after the first {@code length} bytes and gives the length with them. */
    long append(long length, List<Annotation> annotations) {
        StringBuilder lines = new StringBuilder();
        annotations.forEach(
                annotation -> lines.append(AnnotationLine.write(annotation)).append('\n'));
        return append(length, lines.toString());
    }

    /** Ends a last line whose end is missing. */
    long complete(long length) {
        return append(length, "\n");
    }

    /** Takes away everything after the first {@code length} bytes. */
    void cut(long length) {
        if (size() <= length) {
            return;
        }
        try (RandomAccessFile content = new RandomAccessFile(file.toFile(), "rw")) {
            content.setLength(length);
        } catch (IOException e) {
            throw new CommonsException("Cannot repair the annotations %s: %s".formatted(file, e.getMessage()), e);
        }
    }

    private long append(long length, String lines) {
        byte[] bytes = lines.getBytes(StandardCharsets.UTF_8);
        try (RandomAccessFile content = new RandomAccessFile(file.toFile(), "rw")) {
            content.seek(length);
            content.write(bytes);
            return length + bytes.length;
        } catch (IOException e) {
            throw new CommonsException("Cannot write the annotations %s: %s".formatted(file, e.getMessage()), e);
        }
    }

    private static Annotation annotation(byte[] bytes, int start, int end) {
        return AnnotationLine.read(new String(bytes, start, end - start, StandardCharsets.UTF_8));
    }

    private TrailFileException broken(long start, JsonFormatException reason) {
        long line = 1;
        for (byte before : bytes(0)) {
            if (start-- > 0 && before == '\n') {
                line++;
            }
        }
        return new TrailFileException("%s, line %d: %s".formatted(file, line, reason.getMessage()), reason);
    }

    private byte[] bytes(long from) {
        long size = size();
        if (size <= from) {
            return new byte[0];
        }
        try (RandomAccessFile content = new RandomAccessFile(file.toFile(), "r")) {
            byte[] bytes = new byte[Math.toIntExact(size - from)];
            content.seek(from);
            content.readFully(bytes);
            return bytes;
        } catch (IOException e) {
            throw new CommonsException("Cannot read the annotations %s: %s".formatted(file, e), e);
        }
    }
}
