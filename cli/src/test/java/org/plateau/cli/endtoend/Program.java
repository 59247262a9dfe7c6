package org.plateau.cli.endtoend;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.plateau.cli.Main;

/** The program in a JVM of its own, as the leader of a process group of its own, as a shell starts it. */
final class Program {
    private static final long PATIENCE_SECONDS = 170;

    private final Process process;
    private final Path out;
    private final Path messages;

    private Program(Process process, Path out, Path messages) {
        this.process = process;
        this.out = out;
        this.messages = messages;
    }

    /** Starts it in a folder. */
    static Program start(Path directory, Object... words) {
        return start(directory, List.of(), words);
    }

    /** @param options more options of the JVM */
    static Program start(Path directory, List<String> options, Object... words) {
        List<String> command = new ArrayList<>(List.of(
                "setsid",
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xmx256m",
                "--enable-native-access=ALL-UNNAMED"));
        command.addAll(options);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName()));
        for (Object word : words) {
            command.add(word.toString());
        }
        try {
            Path out = Files.createTempFile(directory, "out", ".txt");
            Path messages = Files.createTempFile(directory, "messages", ".txt");
            ProcessBuilder builder = new ProcessBuilder(command)
                    .directory(directory.toFile())
                    .redirectOutput(out.toFile())
                    .redirectError(messages.toFile());
            builder.environment().remove("PLATEAU_COMMONS");
            return new Program(builder.start(), out, messages);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String out() {
        return read(out);
    }

    String messages() {
        return read(messages);
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** Everything that it started and that still runs. */
    List<ProcessHandle> children() {
        return process.descendants().toList();
    }

    /** kill -9: it cannot say goodbye. */
    void kill() {
        process.destroyForcibly();
        exitCode();
    }

    /** A signal to this process alone. */
    void signal(String name) {
        kill(name, Long.toString(process.pid()));
    }

    /** A signal to it and all its children, as a terminal sends it on Ctrl-C. */
    void signalGroup(String name) {
        kill(name, "-" + process.pid());
    }

    /** A signal to others. */
    static void signal(List<ProcessHandle> processes, String name) {
        processes.forEach(process -> kill(name, Long.toString(process.pid())));
    }

    private static void kill(String signal, String target) {
        try {
            new ProcessBuilder("kill", "-s", signal, "--", target).start().waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Waits for its end. */
    int exitCode() {
        return exitCode(PATIENCE_SECONDS);
    }

    int exitCode(long seconds) {
        try {
            if (!process.waitFor(seconds, TimeUnit.SECONDS)) {
                children().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly();
                throw new AssertionError(
                        "It did not end within %d s; it said: %s%s".formatted(seconds, out(), messages()));
            }
            return process.exitValue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Waits until something is so, while it runs. */
    void await(BooleanSupplier condition) {
        while (process.isAlive() && !condition.getAsBoolean()) {
            pause();
        }
        if (!condition.getAsBoolean()) {
            throw new AssertionError("It ended before; it said: " + out() + messages());
        }
    }

    /** Waits until processes are gone, and tells whether they are. */
    static boolean gone(List<ProcessHandle> processes) {
        for (int steps = 0; steps < 6000 && processes.stream().anyMatch(ProcessHandle::isAlive); steps++) {
            pause();
        }
        return processes.stream().noneMatch(ProcessHandle::isAlive);
    }

    private static void pause() {
        try {
            Thread.sleep(10);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
