package org.plateau.commons;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Starts a main class of the tests in a JVM of its own. */
final class ChildProcess {
    private ChildProcess() {}

    /** What it prints is in the file. */
    static Process start(Path output, Class<?> main, Object... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                main.getName()));
        for (Object argument : arguments) {
            command.add(argument.toString());
        }
        return new ProcessBuilder(command)
                .redirectOutput(output.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    /** Waits until the output has so many lines. */
    static List<String> lines(Path output, int count) throws IOException, InterruptedException {
        List<String> lines = Files.readAllLines(output);
        for (int tries = 0; lines.size() < count; tries++) {
            if (tries == 10_000) {
                throw new AssertionError("Only %d of %d lines came".formatted(lines.size(), count));
            }
            Thread.sleep(3);
            lines = Files.readAllLines(output);
        }
        return lines;
    }
}
