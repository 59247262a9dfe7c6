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
import java.util.function.BooleanSupplier;
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
    private static final Duration OPENING_STEP = Duration.ofMillis(500);
    /** Steps that reader threads are given to hear the last words of processes that are gone. */
    private static final int LAST_WORDS = 20;

    private static final Duration LAST_WORDS_STEP = Duration.ofMillis(100);

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
    private boolean changed;

    public LocalExecutor(RunFolder run, int workers, WorkerSetup setup, WorkerCommand command) {
        this.run = run;
        this.setup = setup;
        this.command = command;
        for (int number = 1; number <= workers; number++) {
            slots.add(new Slot(number));
        }
    }

    @Override
    public synchronized Optional<Opening> open(BooleanSupplier stopRequested) {
        TaskFile.write(run.workerSetup(), setup);
        slots.forEach(this::start);
        while (opening.isEmpty() && !stopRequested.getAsBoolean()) {
            requireFit();
            pause(OPENING_STEP);
        }
        return opening;
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
        changed = false;
        Map<AttemptFolder, AttemptState> found = new HashMap<>();
        attempts.forEach(attempt -> found.put(attempt, states.getOrDefault(attempt, new AttemptState.Unknown())));
        return found;
    }

    @Override
    public synchronized void cancel(AttemptFolder attempt) {
        if (waiting.remove(attempt)) {
            states.put(attempt, new AttemptState.Over());
            changed();
        } else if (states.get(attempt) instanceof AttemptState.Running) {
            AtomicFile.write(attempt.stop(), "cancelled\n");
        }
    }

    @Override
    public synchronized Optional<AttemptState> find(AttemptFolder attempt) {
        return Optional.ofNullable(states.get(attempt));
    }

    @Override
    public synchronized void await(Duration time) {
        if (!changed) {
            pause(time);
        }
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
            for (int i = 0; i < LAST_WORDS && slots.stream().anyMatch(slot -> slot.process.isPresent()); i++) {
                pause(LAST_WORDS_STEP);
            }
        }
    }

    /** Hands out what waits, and starts a process for what still waits then. */
    private void assign() {
        for (Slot slot : slots) {
            if (closing || unfit.isPresent() || waiting.isEmpty()) {
                return;
            }
            if (slot.idle) {
                AttemptFolder next = waiting.remove();
                slot.idle = false;
                slot.attempt = Optional.of(next);
                states.put(next, new AttemptState.Running());
                slot.process.orElseThrow().take(next);
            }
        }
        long starting = slots.stream().filter(Slot::isStarting).count();
        for (Slot slot : slots) {
            if (slot.process.isEmpty() && unfit.isEmpty() && starting < waiting.size()) {
                start(slot);
                starting++;
            }
        }
    }

    private void start(Slot slot) {
        try {
            slot.process = Optional.of(WorkerProcess.start(
                    command,
                    run.workerSetup().toAbsolutePath(),
                    run.workerLog(slot.number),
                    message -> heard(slot, message),
                    code -> exited(slot, code)));
        } catch (ExecutorException e) {
            unfit = Optional.of(String.valueOf(e.getMessage()));
        }
    }

    private synchronized void heard(Slot slot, WorkerMessage message) {
        if (message instanceof WorkerMessage.Ready ready) {
            slot.opening = Optional.of(ready.cpuSeconds());
            failedStarts = 0;
            opening = Optional.of(new Opening(ready.dataset(), ready.environment()));
        } else if (message instanceof WorkerMessage.Idle) {
            slot.idle = true;
        } else if (message instanceof WorkerMessage.Done) {
            over(slot, new AttemptState.Over());
        } else if (message instanceof WorkerMessage.Faulted faulted) {
            over(slot, new AttemptState.Faulted(faulted.message()));
        } else if (message instanceof WorkerMessage.Unfit nothing) {
            // Not the attempt's fault: it is over without one.
            over(slot, new AttemptState.Over());
            unfit = Optional.of(nothing.message());
        } else if (message instanceof WorkerMessage.Leaving leaving) {
            slot.idle = false;
            slot.leaving = true;
            use = use.plus(new Use(leaving.cpuSeconds(), slot.opening.orElse(0.0), leaving.besideSeconds()));
        }
        assign();
        changed();
    }

    private synchronized void exited(Slot slot, int code) {
        String death = "Its worker died with exit code %d; see %s".formatted(code, run.workerLog(slot.number));
        if (slot.leaving) {
            slot.attempt.ifPresent(this::giveBack);
        } else {
            over(slot, closing ? new AttemptState.Over() : new AttemptState.Faulted(death));
        }
        boolean failedStart = slot.isStarting() && !closing && unfit.isEmpty();
        slot.vacate();
        if (failedStart) {
            startAgain(slot, code);
        }
        assign();
        changed();
    }

    /** It was handed over when its worker had just decided to leave, and was not begun. */
    private void giveBack(AttemptFolder attempt) {
        states.put(attempt, new AttemptState.Waiting());
        waiting.addFirst(attempt);
    }

    /** As often as there are slots and once more, in a row; then it is clear that no worker will be ready. */
    private void startAgain(Slot slot, int code) {
        failedStarts++;
        if (failedStarts > slots.size()) {
            unfit = Optional.of("Worker processes end with exit code %d before they are ready; see %s"
                    .formatted(code, run.workerLog(slot.number)));
        } else if (opening.isEmpty()) {
            start(slot);
        }
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

    private void changed() {
        changed = true;
        notifyAll();
    }

    @SuppressWarnings("WaitNotInLoop") // Every caller looks again at what it waits for; waking up early does no harm.
    private void pause(Duration time) {
        try {
            wait(Math.max(1, time.toMillis()));
        } catch (InterruptedException e) {
            // Whoever waits asks next whether it is to stop.
            Thread.currentThread().interrupt();
        }
    }
}
