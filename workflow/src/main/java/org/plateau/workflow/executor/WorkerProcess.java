package org.plateau.workflow.executor;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import org.plateau.workflow.json.WorkflowJson;
import org.plateau.workflow.run.AttemptFolder;
import org.plateau.workflow.worker.WorkerMessage;

/** One long-lived worker process: folders go in, messages come out. */
final class WorkerProcess {
    private final Process process;
    private final BufferedWriter input;

    private WorkerProcess(Process process) {
        this.process = process;
        this.input = new BufferedWriter(process.outputWriter(StandardCharsets.UTF_8));
    }

    /**
     * Starts a worker.
     *
     * @param messages called for everything it says
     * @param exit called once with its exit code, after its last message
     * @throws ExecutorException if the program cannot be started
     */
    static WorkerProcess start(
            WorkerCommand command, Path setup, Path log, Consumer<WorkerMessage> messages, IntConsumer exit) {
        List<String> words = new ArrayList<>(command.command());
        words.addAll(List.of("worker", "--stdin", "--setup", setup.toString()));
        ProcessBuilder builder = new ProcessBuilder(words);
        builder.environment().putAll(command.environment());
        try {
            Path folder = log.toAbsolutePath().getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            builder.redirectError(ProcessBuilder.Redirect.appendTo(new File(log.toString())));
            WorkerProcess worker = new WorkerProcess(builder.start());
            Thread reader = new Thread(() -> worker.listen(messages, exit), "worker-" + worker.process.pid());
            reader.setDaemon(true);
            reader.start();
            return worker;
        } catch (IOException e) {
            throw new ExecutorException("Cannot start a worker with %s: %s".formatted(words.get(0), e.getMessage()), e);
        }
    }

    /** Hands it an attempt; a worker that is gone tells so by its exit. */
    void take(AttemptFolder attempt) {
        try {
            input.write(attempt.root().toAbsolutePath().toString());
            input.newLine();
            input.flush();
        } catch (IOException e) {
            process.destroy();
        }
    }

    /** Ends its input: it leaves after the epoch's checkpoint. */
    void leave() {
        try {
            input.close();
        } catch (IOException e) {
            process.destroy();
        }
    }

    /** Waits for its end, and ends it by force after a time. */
    void end(long graceMillis) {
        try {
            if (!process.waitFor(graceMillis, TimeUnit.MILLISECONDS)) {
                process.destroyForcibly();
                process.waitFor();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private void listen(Consumer<WorkerMessage> messages, IntConsumer exit) {
        try (BufferedReader output = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                message(line).ifPresent(messages);
            }
        } catch (IOException e) {
            // The pipe broke because the process died; its exit code says the rest.
        }
        try {
            exit.accept(process.waitFor());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Lines that are no messages come from native libraries that print; they say nothing to us. */
    private static Optional<WorkerMessage> message(String line) {
        try {
            return line.startsWith("{")
                    ? Optional.of(WorkflowJson.mapper().readValue(line, WorkerMessage.class))
                    : Optional.empty();
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }
}
