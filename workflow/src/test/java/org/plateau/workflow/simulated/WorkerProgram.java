package org.plateau.workflow.simulated;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.plateau.workflow.attempt.TaskFile;
import org.plateau.workflow.configuration.SearchConfiguration;
import org.plateau.workflow.json.WorkflowJson;
import org.plateau.workflow.worker.WorkerMessage;
import org.plateau.workflow.worker.WorkerSetup;

/** A worker process that a test talks to as an executor would. */
public final class WorkerProgram implements AutoCloseable {
    private final Process process;
    private final BufferedWriter input;
    private final BufferedReader output;

    private WorkerProgram(Process process) {
        this.process = process;
        this.input = process.outputWriter(StandardCharsets.UTF_8);
        this.output = process.inputReader(StandardCharsets.UTF_8);
    }

    public static WorkerProgram start(Path folder, SearchConfiguration configuration) {
        Path setup = folder.resolve("worker.json");
        TaskFile.write(setup, new WorkerSetup(configuration.dataset(), "cpu", 1, 100, 4L << 30));
        List<String> words = new ArrayList<>(WorkerMain.command().command());
        words.addAll(List.of("worker", "--stdin", "--setup", setup.toString()));
        try {
            File log = folder.resolve("worker.log").toFile();
            return new WorkerProgram(new ProcessBuilder(words)
                    .redirectError(ProcessBuilder.Redirect.appendTo(log))
                    .start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public void give(Path attempt) {
        try {
            input.write(attempt + "\n");
            input.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What its parent's end does. */
    public void closeInput() {
        try {
            input.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits for its next message. */
    public WorkerMessage next() {
        try {
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                if (!line.isEmpty()) {
                    return WorkflowJson.mapper().readValue(line, WorkerMessage.class);
                }
            }
            throw new IllegalStateException("The worker has said its last");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Asks it to end by SIGTERM. */
    public void terminate() {
        process.toHandle().destroy();
    }

    public long pid() {
        return process.pid();
    }

    public int exitCode() {
        try {
            if (!process.waitFor(240, TimeUnit.SECONDS)) {
                throw new IllegalStateException("The worker did not end");
            }
            return process.exitValue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
