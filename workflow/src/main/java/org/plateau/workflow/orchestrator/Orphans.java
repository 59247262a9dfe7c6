package org.plateau.workflow.orchestrator;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.plateau.workflow.journal.JournalEvent.AttemptPlanned;
import org.plateau.workflow.run.AtomicFile;
import org.plateau.workflow.run.AttemptFolder;
import org.plateau.workflow.run.FileLocked;
import org.plateau.workflow.run.HolderNote;
import org.plateau.workflow.run.RunFolder;

/**
 * Deals with attempts of an orchestrator that is gone. First they are fenced, so that no worker can begin one any more;
 * a worker that is still at one is asked to leave after its checkpoint, and ended where it does not. What they
 * left can then be taken over.
 */
final class Orphans {
    private static final Duration STEP = Duration.ofMillis(100);
    /** Steps until the locks of a process that was ended are free. */
    private static final int DEATH_STEPS = 50;

    private final RunFolder run;
    private final SearchState state;
    private final Duration patience;

    /** @param patience how long workers may take to leave of their own will */
    Orphans(RunFolder run, SearchState state, Duration patience) {
        this.run = run;
        this.state = state;
        this.patience = patience;
    }

    /**
     * Returns when nobody is at an older attempt any more, and nobody can begin one.
     *
     * @param stopRequested whether to wait no longer
     * @return whether it is so; false where it waited no longer
     * @throws ResumeException if a worker on another machine does not leave
     */
    boolean quiet(BooleanSupplier stopRequested) {
        List<AttemptFolder> busy = new ArrayList<>();
        for (AttemptPlanned planned : open()) {
            AttemptFolder folder = run.attempt(planned.network(), planned.attempt());
            // In this order: a worker takes its lock and then looks for the fence.
            AtomicFile.write(folder.fence(), "a newer orchestrator has taken over\n");
            if (FileLocked.held(folder.lock())) {
                AtomicFile.write(folder.stop(), "its orchestrator is gone\n");
                busy.add(folder);
            }
        }
        for (Duration waited = Duration.ZERO; !busy.isEmpty(); waited = waited.plus(STEP)) {
            if (stopRequested.getAsBoolean()) {
                return false;
            }
            if (waited.compareTo(patience) >= 0) {
                busy.forEach(this::end);
                return true;
            }
            pause();
            busy.removeIf(folder -> !FileLocked.held(folder.lock()));
        }
        return true;
    }

    private List<AttemptPlanned> open() {
        return state.asked().stream()
                .flatMap(network -> network.open().stream())
                .map(NetworkState.Attempt::planned)
                .toList();
    }

    private void end(AttemptFolder folder) {
        String holder = FileLocked.note(folder.lock());
        HolderNote.parse(holder).flatMap(HolderNote::process).ifPresent(ProcessHandle::destroyForcibly);
        for (int steps = 0; steps < DEATH_STEPS && FileLocked.held(folder.lock()); steps++) {
            pause();
        }
        if (FileLocked.held(folder.lock())) {
            throw new ResumeException("%s is still in the hands of a worker (%s) that did not leave within %d seconds"
                    .formatted(folder.root(), holder, patience.toSeconds()));
        }
    }

    private static void pause() {
        try {
            Thread.sleep(STEP.toMillis());
        } catch (InterruptedException e) {
            // Whoever waits asks next whether it is to stop.
            Thread.currentThread().interrupt();
        }
    }
}
