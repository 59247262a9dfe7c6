package org.plateau.workflow.run;

import java.nio.file.Path;

/**
 * The places of an attempt's files.
 *
 * @param root the attempt's folder
 */
public record AttemptFolder(Path root) {
    /** What is to be done; written before the attempt is submitted and never changed. */
    public Path task() {
        return root.resolve("task.json");
    }

    /** The run that it is part of. */
    public RunFolder run() {
        return new RunFolder(root.toAbsolutePath().resolve("../../..").normalize());
    }

    public Path trail() {
        return root.resolve("trail.jsonl");
    }

    public Path checkpoints() {
        return root.resolve("checkpoint");
    }

    /** Held by the worker while it is at this attempt. */
    public Path lock() {
        return root.resolve("worker.lock");
    }

    /** Asks the worker to leave after the epoch's checkpoint. */
    public Path stop() {
        return root.resolve("stop");
    }

    /** Tells a worker that comes late that another attempt has taken over. */
    public Path fence() {
        return root.resolve("fenced");
    }
}
