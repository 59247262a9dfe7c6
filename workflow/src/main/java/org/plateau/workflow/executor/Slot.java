package org.plateau.workflow.executor;

import java.util.Optional;
import org.plateau.workflow.run.AttemptFolder;

/** A place for one training at a time, and the process that is in it. Guarded by its executor. */
final class Slot {
    final int number;
    Optional<WorkerProcess> process = Optional.empty();
    Optional<AttemptFolder> attempt = Optional.empty();
    /** Whether the process has loaded, and the CPU seconds that this took. */
    Optional<Double> opening = Optional.empty();
    /** Whether the process waits for a folder. */
    boolean idle;
    /** Whether the process said that it leaves. */
    boolean leaving;

    Slot(int number) {
        this.number = number;
    }

    boolean isStarting() {
        return process.isPresent() && opening.isEmpty();
    }

    void vacate() {
        process = Optional.empty();
        attempt = Optional.empty();
        opening = Optional.empty();
        idle = false;
        leaving = false;
    }
}
