package org.plateau.commons;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.CRC32;

/**
 * What keeps the store's trails and the database together. Before a recording touches a trail, this file says its number
 * and how long the trails are and will be; the database's commit raises the database's number to it. So whoever holds the
 * write lock next sees whether the last recording was committed, and finishes it or takes it back where it was not.
 *
 * <p>A note is written over the one before it, without shortening the file: some file systems wait for the disk when a
 * file is made empty and written again. A checksum tells a whole note from the beginning of one.
 * The file is opened each time, so that a store shared by hosts shows what another host wrote.
 */
final class Ledger {
    /** Length and checksum of what follows. */
    private static final int HEADER = 2 * Integer.BYTES;

    private final Path file;

    private Ledger(Path file) {
        this.file = file;
    }

    static Ledger open(Path store) {
        Path file = store.resolve("recording");
        try {
            Files.createDirectories(store);
            new RandomAccessFile(file.toFile(), "rw").close();
            return new Ledger(file);
        } catch (IOException e) {
            throw new CommonsException("Cannot write %s: %s".formatted(file, e), e);
        }
    }

    /**
     * A recording about to be made.
     *
     * @param number that the database will have when it is committed
     * @param growths of the trails it will touch
     */
    record Note(long number, List<Growth> growths) {
        /** Where there is no note, or one that was not finished, after which no trail was touched. */
        static final Note NONE = new Note(-1, List.of());
    }

    /** A trail's length in bytes before and after a recording. */
    record Growth(String network, int attempt, long before, long after) {}

    void write(Note note) {
        byte[] payload = text(note).getBytes(StandardCharsets.UTF_8);
        ByteBuffer bytes = ByteBuffer.allocate(HEADER + payload.length)
                .putInt(payload.length)
                .putInt(checksum(payload))
                .put(payload);
        try (RandomAccessFile content = new RandomAccessFile(file.toFile(), "rw")) {
            content.write(bytes.array());
        } catch (IOException e) {
            throw new CommonsException("Cannot write %s: %s".formatted(file, e.getMessage()), e);
        }
    }

    /** The last note. */
    Note read() {
        ByteBuffer bytes = ByteBuffer.wrap(content());
        if (bytes.remaining() < HEADER) {
            return Note.NONE;
        }
        int length = bytes.getInt();
        int checksum = bytes.getInt();
        if (length < 1 || length > bytes.remaining()) {
            return Note.NONE;
        }
        byte[] payload = new byte[length];
        bytes.get(payload);
        return checksum == checksum(payload) ? note(new String(payload, StandardCharsets.UTF_8)) : Note.NONE;
    }

    private byte[] content() {
        try (RandomAccessFile content = new RandomAccessFile(file.toFile(), "r")) {
            byte[] bytes = new byte[Math.toIntExact(content.length())];
            content.readFully(bytes);
            return bytes;
        } catch (IOException e) {
            throw new CommonsException("Cannot read %s: %s".formatted(file, e), e);
        }
    }

    private static String text(Note note) {
        StringBuilder text = new StringBuilder().append(note.number());
        for (Growth growth : note.growths()) {
            text.append('\n').append(growth.network()).append(' ').append(growth.attempt());
            text.append(' ').append(growth.before()).append(' ').append(growth.after());
        }
        return text.toString();
    }

    private static Note note(String text) {
        List<String> lines = text.lines().toList();
        List<Growth> growths = lines.stream()
                .skip(1)
                .map(line -> line.split(" ", -1))
                .map(fields -> new Growth(
                        fields[0], Integer.parseInt(fields[1]), Long.parseLong(fields[2]), Long.parseLong(fields[3])))
                .toList();
        return new Note(Long.parseLong(lines.get(0)), growths);
    }

    private static int checksum(byte[] payload) {
        CRC32 checksum = new CRC32();
        checksum.update(payload);
        return (int) checksum.getValue();
    }
}
