package org.plateau.workflow.simulated;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.plateau.workflow.attempt.TaskFile;
import org.plateau.workflow.configuration.SearchConfiguration;
import org.plateau.workflow.run.RunFolder;

/** A search in a process of its own, to be killed. */
public final class OrchestratorProcess {
    private final Process process;
    private final Path output;

    private OrchestratorProcess(Process process, Path output) {
        this.process = process;
        this.output = output;
    }

    static OrchestratorProcess start(RunFolder run, SearchConfiguration configuration, Script script) {
        Path file = script.folder().resolve("configuration.json");
        Path output = script.folder().resolve("orchestrator.txt");
        TaskFile.write(file, configuration);
        List<String> words = new ArrayList<>(WorkerMain.java(OrchestratorMain.class));
        words.addAll(
                List.of(run.root().toString(), file.toString(), script.folder().toString()));
        try {
            Process process = new ProcessBuilder(words)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(new File(output.toString())))
                    .start();
            return new OrchestratorProcess(process, output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public long pid() {
        return process.pid();
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /** Its worker processes. */
    public List<ProcessHandle> workers() {
        return process.children().toList();
    }

    /** kill -9: it cannot say goodbye. */
    public void kill() {
        process.destroyForcibly();
        exitCode();
    }

    /** What Ctrl-C in a terminal sends to it and its workers. */
    public void interrupt() {
        List<ProcessHandle> all = new ArrayList<>(workers());
        all.add(process.toHandle());
        for (ProcessHandle one : all) {
            try {
                new ProcessBuilder("kill", "-INT", Long.toString(one.pid()))
                        .start()
                        .waitFor();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Waits for its end. */
    public int exitCode() {
        try {
            if (!process.waitFor(240, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IllegalStateException("The orchestrator did not end; it said: " + output());
            }
            return process.exitValue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Waits until something is so, while the process lives. */
    public void awaits(BooleanSupplier condition) {
        while (process.isAlive() && !condition.getAsBoolean()) {
            pause(10);
        }
        if (!condition.getAsBoolean()) {
            throw new IllegalStateException("The orchestrator ended before; it said: " + output());
        }
    }

    /** What it and its predecessors of this search have printed. */
    public String output() {
        try {
            return Files.readString(output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
