package org.plateau.workflow.simulated;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.plateau.core.training.Trainer;
import org.plateau.core.training.TrainingException;
import org.plateau.workflow.attempt.AttemptTask;
import org.plateau.workflow.attempt.TaskFile;
import org.plateau.workflow.executor.AttemptState;
import org.plateau.workflow.executor.Executor;
import org.plateau.workflow.executor.ExecutorException;
import org.plateau.workflow.executor.Opening;
import org.plateau.workflow.executor.Use;
import org.plateau.workflow.run.AttemptFolder;
import org.plateau.workflow.worker.Worker;

/** Carries out one attempt at every poll, in this process, by the worker's code: quick, and the same every time. */
public final class InlineExecutor implements Executor {
    private final Deque<AttemptFolder> waiting = new ArrayDeque<>();
    private final Map<AttemptFolder, AttemptState> states = new HashMap<>();
    private final Script script;
    private final boolean newestFirst;

    public InlineExecutor(Script script) {
        this(script, false);
    }

    /** @param newestFirst whether what was submitted last is carried out first */
    public InlineExecutor(Script script, boolean newestFirst) {
        this.script = script;
        this.newestFirst = newestFirst;
    }

    @Override
    public Optional<Opening> open(BooleanSupplier stopRequested) {
        Setting setting = new Setting(script.folder());
        try (Trainer trainer = SimulatedTrainer.open(setting.configuration().dataset(), "cpu", 1)) {
            return Optional.of(new Opening(trainer.dataset(), trainer.environment()));
        }
    }

    @Override
    public void submit(List<AttemptFolder> attempts) {
        waiting.addAll(attempts);
        attempts.forEach(attempt -> states.put(attempt, new AttemptState.Waiting()));
    }

    @Override
    public Map<AttemptFolder, AttemptState> poll(Collection<AttemptFolder> attempts) {
        if (!waiting.isEmpty()) {
            carryOut(newestFirst ? waiting.removeLast() : waiting.removeFirst());
        }
        Map<AttemptFolder, AttemptState> found = new HashMap<>();
        attempts.forEach(attempt -> found.put(attempt, states.getOrDefault(attempt, new AttemptState.Unknown())));
        return found;
    }

    private void carryOut(AttemptFolder attempt) {
        try {
            new Worker(SimulatedTrainer::open, InstantSource.system()).runOne(attempt.root());
            states.put(attempt, new AttemptState.Over());
        } catch (TrainingException e) {
            states.put(attempt, new AttemptState.Faulted(String.valueOf(e.getMessage())));
        } catch (RuntimeException e) {
            AttemptTask task = TaskFile.read(attempt.task(), AttemptTask.class);
            throw new ExecutorException("Network %s: %s".formatted(task.network(), e.getMessage()), e);
        }
    }

    @Override
    public void cancel(AttemptFolder attempt) {
        waiting.remove(attempt);
    }

    @Override
    public Optional<AttemptState> find(AttemptFolder attempt) {
        return Optional.ofNullable(states.get(attempt));
    }

    @Override
    public void await(Duration time) {}

    @Override
    public Use use() {
        return Use.NONE;
    }

    @Override
    public void close(Duration grace) {}
}
