package org.plateau.commons;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What keeps the store's trails and the database together. Before a recording touches a trail, this file says its number
 * and how long the trails are; the database's commit raises the database's number to it. So whoever holds the write
 * lock next sees whether the last recording was committed, and cuts its lines off where it was not.
 */
final class Ledger {
    private static final String END = "end";

    private final Path file;

    Ledger(Path store) {
        this.file = store.resolve("recording");
    }

    /**
     * A recording about to be made.
     *
     * @param number that the database will have when it is committed
     * @param before the trails it will touch
     */
    record Note(long number, List<Length> before) {}

    /** The length of a trail in bytes. */
    record Length(String network, int attempt, long bytes) {}

    void write(Note note) {
        StringBuilder text = new StringBuilder().append(note.number()).append('\n');
        note.before().forEach(length -> text.append(length.network())
                .append(' ')
                .append(length.attempt())
                .append(' ')
                .append(length.bytes())
                .append('\n'));
        try {
            Files.createDirectories(file.resolveSibling(".").normalize());
            Files.writeString(file, text.append(END).append('\n'), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new CommonsException("Cannot write %s: %s".formatted(file, e.getMessage()), e);
        }
    }

    /** The last note, or number −1 where there is none or it was not finished, so that no trail was touched after it. */
    Note read() {
        List<String> lines;
        try {
            lines = Files.readAllLines(file, StandardCharsets.UTF_8);
        } catch (NoSuchFileException e) {
            return new Note(-1, List.of());
        } catch (IOException e) {
            throw new CommonsException("Cannot read %s: %s".formatted(file, e), e);
        }
        if (lines.size() < 2 || !lines.get(lines.size() - 1).equals(END)) {
            return new Note(-1, List.of());
        }
        try {
            List<Length> before = new ArrayList<>();
            for (String line : lines.subList(1, lines.size() - 1)) {
                String[] fields = line.split(" ", -1);
                before.add(new Length(fields[0], Integer.parseInt(fields[1]), Long.parseLong(fields[2])));
            }
            return new Note(Long.parseLong(lines.get(0)), List.copyOf(before));
        } catch (NumberFormatException | IndexOutOfBoundsException e) {
            throw new CommonsException("%s is damaged: %s".formatted(file, e.getMessage()), e);
        }
    }
}
