package org.plateau.workflow.simulated;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Properties;

/**
 * What is to happen in simulated trainings: a folder that a test writes to and trainers look into before every epoch, in
 * whichever process they are. Its file {@code script.properties} has settings, and under {@code events} a list of {@code
 * ACTION:ASK:EPOCH:ATTEMPT}, where a {@code *} stands for any.
 */
public record Script(Path folder) {
    /** Writes the script anew: {@code key=value} lines. */
    public Script write(String... lines) {
        try {
            Files.createDirectories(folder);
            Path fresh = Files.writeString(folder.resolve("script.part"), String.join("\n", lines) + "\n");
            Files.move(fresh, folder.resolve("script.properties"), StandardCopyOption.ATOMIC_MOVE);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String setting(String key, String otherwise) {
        Path file = folder.resolve("script.properties");
        Properties properties = new Properties();
        try {
            if (Files.exists(file)) {
                properties.load(new StringReader(Files.readString(file)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties.getProperty(key, otherwise).strip();
    }

    boolean says(String action, int ask, int epoch, int attempt) {
        for (String event : setting("events", "").split("\\s+", -1)) {
            String[] parts = event.split(":", -1);
            if (parts.length == 4
                    && parts[0].equals(action)
                    && fits(parts[1], ask)
                    && fits(parts[2], epoch)
                    && fits(parts[3], attempt)) {
                return true;
            }
        }
        return false;
    }

    private static boolean fits(String pattern, int value) {
        return pattern.equals("*") || pattern.equals(Integer.toString(value));
    }

    /** Waits here until the test releases it. */
    void hold(int ask, int epoch, int attempt) {
        log("held", "%d:%d:%d".formatted(ask, epoch, attempt));
        try {
            while (!Files.exists(folder.resolve("release"))) {
                Thread.sleep(10);
                if (!Files.isDirectory(folder)) {
                    // The test is over, whatever became of it.
                    Runtime.getRuntime().halt(1);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Lets go on whatever is held, now and from now on. */
    public void release() {
        try {
            Files.writeString(folder.resolve("release"), "go on");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Adds a line to a log; lines of several processes do not mix. */
    void log(String name, String line) {
        try {
            Files.createDirectories(folder);
            Files.writeString(
                    folder.resolve(name + ".log"), line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The lines of a log so far. */
    public List<String> logged(String name) {
        Path file = folder.resolve(name + ".log");
        try {
            return Files.exists(file) ? Files.readAllLines(file) : List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
