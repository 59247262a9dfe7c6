package org.plateau.workflow.executor;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.plateau.workflow.run.AttemptFolder;

/**
 * Runs attempts somewhere. What became of an attempt stands in its trail; an executor only says whether it is over.
 * Unknown is not failed, and silence is not death.
 */
public interface Executor extends AutoCloseable {
    /**
     * Gets ready and tells what the trainers loaded.
     *
     * @param stopRequested whether to wait no longer
     * @return empty where it waited no longer
     * @throws ExecutorException if nothing can be run here
     */
    Optional<Opening> open(BooleanSupplier stopRequested);

    /** Takes attempts whose tasks are written. Each is submitted once. */
    void submit(List<AttemptFolder> attempts);

    /**
     * Where these attempts stand.
     *
     * @throws ExecutorException if no attempt can be carried out any more
     */
    Map<AttemptFolder, AttemptState> poll(Collection<AttemptFolder> attempts);

    /** Asks an attempt to leave after the epoch's checkpoint; one that waits is not begun. */
    void cancel(AttemptFolder attempt);

    /** An attempt that this executor knows of, be it from an earlier orchestrator. */
    Optional<AttemptState> find(AttemptFolder attempt);

    /** Returns when something may have changed since the last poll, at the latest after a time, at once when interrupted. */
    void await(Duration time);

    /** CPU seconds of all trainers that have left. */
    Use use();

    /** Asks all to leave, waits as long as is allowed, and ends those that are still there. May be called again. */
    void close(Duration grace);

    @Override
    default void close() {
        close(Duration.ofSeconds(20));
    }
}
