package org.plateau.workflow.orchestrator;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.plateau.workflow.journal.JournalEvent.AttemptPlanned;
import org.plateau.workflow.run.AtomicFile;
import org.plateau.workflow.run.AttemptFolder;
import org.plateau.workflow.run.FileLocked;

/**
 * Deals with attempts of an orchestrator that is gone. A worker that is still at one is asked to leave after its
 * checkpoint, and ended where it does not; then the attempt is fenced and what it left is taken over.
 */
final class Orphans {
    private static final Pattern PID = Pattern.compile("pid (\\d+)");
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration STEP = Duration.ofMillis(200);

    private final RunContext run;
    private final Attempts attempts;

    Orphans(RunContext run, Attempts attempts) {
        this.run = run;
        this.attempts = attempts;
    }

    /**
     * Leaves no attempt without an end in the journal.
     *
     * @throws ResumeException if a worker on another machine does not leave
     */
    void adopt() {
        for (NetworkState network : run.state().asked()) {
            for (NetworkState.Attempt attempt : network.open()) {
                adopt(attempt.planned());
            }
        }
    }

    private void adopt(AttemptPlanned planned) {
        AttemptFolder folder = run.folder().attempt(planned.network(), planned.attempt());
        if (FileLocked.held(folder.lock())) {
            AtomicFile.write(folder.stop(), "its orchestrator is gone\n");
            if (!released(folder)) {
                kill(folder);
            }
        }
        AtomicFile.write(folder.fence(), "a newer orchestrator has taken over\n");
        attempts.adopt(planned, Optional.empty());
    }

    private static boolean released(AttemptFolder folder) {
        for (Duration waited = Duration.ZERO; waited.compareTo(PATIENCE) < 0; waited = waited.plus(STEP)) {
            if (!FileLocked.held(folder.lock())) {
                return true;
            }
            pause();
        }
        return false;
    }

    private static void kill(AttemptFolder folder) {
        String holder = FileLocked.note(folder.lock());
        Matcher pid = PID.matcher(holder);
        if (pid.find()) {
            ProcessHandle.of(Long.parseLong(pid.group(1))).ifPresent(ProcessHandle::destroyForcibly);
            pause();
        }
        if (FileLocked.held(folder.lock())) {
            throw new ResumeException("%s is still in the hands of a worker (%s) that did not leave within %d seconds"
                    .formatted(folder.root(), holder, PATIENCE.toSeconds()));
        }
    }

    private static void pause() {
        try {
            Thread.sleep(STEP.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ResumeException("Interrupted while waiting for an older worker");
        }
    }
}
