package org.plateau.workflow.executor;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.plateau.workflow.attempt.TaskFile;
import org.plateau.workflow.run.AtomicFile;
import org.plateau.workflow.run.AttemptFolder;
import org.plateau.workflow.run.RunFolder;
import org.plateau.workflow.worker.WorkerMessage;
import org.plateau.workflow.worker.WorkerSetup;

/**
 * Runs attempts in long-lived worker processes on this machine, one at a time in each slot. A process that dies costs
 * the attempt it was at and is replaced. Thread-safe.
 */
public final class LocalExecutor implements Executor {
    /** Processes that may die before they are ready, in a row, until it is clear that none will be. */
    private static final int FAILED_STARTS = 2;

    private final RunFolder run;
    private final WorkerSetup setup;
    private final WorkerCommand command;
    private final List<Slot> slots = new ArrayList<>();
    private final Deque<AttemptFolder> waiting = new ArrayDeque<>();
    private final Map<AttemptFolder, AttemptState> states = new HashMap<>();
    private Optional<Opening> opening = Optional.empty();
    private Optional<String> unfit = Optional.empty();
    private Use use = Use.NONE;
    private int failedStarts;
    private boolean closing;

    public LocalExecutor(RunFolder run, int workers, WorkerSetup setup, WorkerCommand command) {
        this.run = run;
        this.setup = setup;
        this.command = command;
        for (int number = 1; number <= workers; number++) {
            slots.add(new Slot(number));
        }
    }

    @Override
    public synchronized Opening open() {
        TaskFile.write(run.workerSetup(), setup);
        slots.forEach(this::start);
        while (opening.isEmpty()) {
            requireFit();
            pause(Duration.ofSeconds(1));
        }
        return opening.get();
    }

    @Override
    public synchronized void submit(List<AttemptFolder> attempts) {
        for (AttemptFolder attempt : attempts) {
            states.put(attempt, new AttemptState.Waiting());
            waiting.add(attempt);
        }
        assign();
    }

    @Override
    public synchronized Map<AttemptFolder, AttemptState> poll(Collection<AttemptFolder> attempts) {
        requireFit();
        Map<AttemptFolder, AttemptState> found = new HashMap<>();
        attempts.forEach(attempt -> found.put(attempt, states.getOrDefault(attempt, new AttemptState.Unknown())));
        return found;
    }

    @Override
    public synchronized void cancel(AttemptFolder attempt) {
        if (waiting.remove(attempt)) {
            states.put(attempt, new AttemptState.Over());
        } else {
            AtomicFile.write(attempt.stop(), "cancelled\n");
        }
    }

    @Override
    public synchronized Optional<AttemptState> find(AttemptFolder attempt) {
        return Optional.ofNullable(states.get(attempt));
    }

    @Override
    public synchronized void await(Duration time) {
        pause(time);
    }

    @Override
    public synchronized Use use() {
        return use;
    }

    @Override
    public void close(Duration grace) {
        List<WorkerProcess> processes;
        synchronized (this) {
            closing = true;
            processes = slots.stream().flatMap(slot -> slot.process.stream()).toList();
            processes.forEach(WorkerProcess::leave);
        }
        long deadline = System.nanoTime() + grace.toNanos();
        for (WorkerProcess process : processes) {
            process.end(Math.max(0, (deadline - System.nanoTime()) / 1_000_000));
        }
        synchronized (this) {
            // Their reader threads still have the last words to hear.
            for (int waits = 0; waits < 20 && slots.stream().anyMatch(slot -> slot.process.isPresent()); waits++) {
                pause(Duration.ofMillis(100));
            }
        }
    }

    private void assign() {
        for (Slot slot : slots) {
            if (closing || unfit.isPresent() || waiting.isEmpty()) {
                return;
            }
            if (slot.process.isEmpty()) {
                start(slot);
            }
            if (slot.ready && slot.attempt.isEmpty()) {
                AttemptFolder next = waiting.remove();
                slot.attempt = Optional.of(next);
                states.put(next, new AttemptState.Running());
                slot.process.orElseThrow().take(next);
            }
        }
    }

    private void start(Slot slot) {
        slot.ready = false;
        slot.process = Optional.of(WorkerProcess.start(
                command,
                run.workerSetup().toAbsolutePath(),
                run.workerLog(slot.number),
                message -> heard(slot, message),
                (process, code) -> exited(slot, code)));
    }

    private synchronized void heard(Slot slot, WorkerMessage message) {
        if (message instanceof WorkerMessage.Ready ready) {
            slot.ready = true;
            slot.opening = ready.cpuSeconds();
            failedStarts = 0;
            opening = Optional.of(new Opening(ready.dataset(), ready.environment()));
        } else if (message instanceof WorkerMessage.Done) {
            over(slot, new AttemptState.Over());
        } else if (message instanceof WorkerMessage.Faulted faulted) {
            over(slot, new AttemptState.Faulted(faulted.message()));
        } else if (message instanceof WorkerMessage.Unfit nothing) {
            unfit = Optional.of(nothing.message());
        } else if (message instanceof WorkerMessage.Leaving leaving) {
            slot.ready = false;
            use = use.plus(new Use(leaving.cpuSeconds(), slot.opening, leaving.besideSeconds()));
        }
        assign();
        notifyAll();
    }

    private synchronized void exited(Slot slot, int code) {
        boolean neverReady = !slot.ready && slot.opening == 0;
        slot.process = Optional.empty();
        slot.ready = false;
        slot.opening = 0;
        over(
                slot,
                new AttemptState.Faulted(
                        "Its worker died with exit code %d; see %s".formatted(code, run.workerLog(slot.number))));
        if (neverReady && code != 0 && ++failedStarts >= FAILED_STARTS && unfit.isEmpty()) {
            unfit = Optional.of("Worker processes end with exit code %d before they are ready; see %s"
                    .formatted(code, run.workerLog(slot.number)));
        }
        if (!closing && opening.isEmpty() && unfit.isEmpty()) {
            start(slot);
        }
        assign();
        notifyAll();
    }

    private void over(Slot slot, AttemptState state) {
        slot.attempt.ifPresent(attempt -> states.put(attempt, state));
        slot.attempt = Optional.empty();
    }

    private void requireFit() {
        if (unfit.isPresent()) {
            throw new ExecutorException(unfit.get());
        }
    }

    @SuppressWarnings("WaitNotInLoop") // Every caller looks again at what it waits for; waking up early does no harm.
    private void pause(Duration time) {
        try {
            wait(Math.max(1, time.toMillis()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ExecutorException("Interrupted while waiting for workers", e);
        }
    }

    /** A place for one training at a time. */
    private static final class Slot {
        final int number;
        Optional<WorkerProcess> process = Optional.empty();
        Optional<AttemptFolder> attempt = Optional.empty();
        boolean ready;
        double opening;

        Slot(int number) {
            this.number = number;
        }
    }
}
