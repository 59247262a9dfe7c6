package org.plateau.workflow.run;

import java.nio.file.Path;

/**
 * The places of a run's files.
 *
 * @param root the run's folder
 */
public record RunFolder(Path root) {
    /** The configuration as resolved, for people. */
    public Path configuration() {
        return root.resolve("search.yaml");
    }

    /** What the orchestrator decided; the truth about the search. */
    public Path journal() {
        return root.resolve("journal.jsonl");
    }

    /** What was told, in order, for attempts to learn from; follows from the journal and the trails. */
    public Path history() {
        return root.resolve("history.jsonl");
    }

    /** Held by the one orchestrator of this run. */
    public Path lock() {
        return root.resolve("orchestrator.lock");
    }

    /** Asks the orchestrator to stop when it is there. */
    public Path stop() {
        return root.resolve("stop");
    }

    /** What a worker process needs to get ready before its first network. */
    public Path workerSetup() {
        return root.resolve("worker.json");
    }

    /** What worker processes say outside of any network. */
    public Path workerLog(int slot) {
        return root.resolve("workers").resolve("slot-%d.log".formatted(slot));
    }

    public Path networks() {
        return root.resolve("networks");
    }

    public AttemptFolder attempt(String network, int attempt) {
        return new AttemptFolder(networks().resolve(network).resolve(Integer.toString(attempt)));
    }
}
