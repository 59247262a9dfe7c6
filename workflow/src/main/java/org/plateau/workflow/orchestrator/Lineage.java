package org.plateau.workflow.orchestrator;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.plateau.core.fitness.LearningCurve;
import org.plateau.core.fitness.Measurement;
import org.plateau.core.trail.ResumePoint;
import org.plateau.workflow.attempt.AttemptRecord;
import org.plateau.workflow.attempt.AttemptTask;
import org.plateau.workflow.history.MeasuredSeries;
import org.plateau.workflow.journal.JournalEvent.AttemptPlanned;
import org.plateau.workflow.run.RunFolder;

/**
 * The attempts at one network as a chain: each goes on from a checkpoint of an older one, and what that had measured up
 * to there counts. Read from the journal and the trails alone, since an attempt may have died before its task was written.
 */
final class Lineage {
    private final RunFolder folder;
    private final NetworkState network;

    Lineage(RunFolder folder, NetworkState network) {
        this.folder = folder;
        this.network = network;
    }

    /** What an attempt left. */
    AttemptRecord record(int attempt) {
        return AttemptRecord.read(folder.attempt(network.id(), attempt));
    }

    /** Every epoch that an attempt goes on from, oldest first. */
    List<Measurement> before(AttemptPlanned planned) {
        List<Measurement> measured = new ArrayList<>();
        Optional<ResumePoint> from = planned.resume();
        while (from.isPresent()) {
            ResumePoint point = from.get();
            measured.addAll(0, record(point.attempt()).measuredUpTo(point.epoch()));
            from = network.attempt(point.attempt()).planned().resume();
        }
        return List.copyOf(measured);
    }

    /** The series of everything that counts of an attempt, and of those that it went on from. */
    Map<String, LearningCurve> series(AttemptPlanned planned) {
        List<Measurement> measured = new ArrayList<>(before(planned));
        measured.addAll(record(planned.attempt()).measuredUpTo(Double.POSITIVE_INFINITY));
        return MeasuredSeries.of(measured);
    }

    /**
     * Whether the training went on after a rule wanted to stop it, in what counts of the attempt.
     *
     * @param before epoch before which that was
     */
    boolean explored(AttemptPlanned planned, double before) {
        boolean explored = record(planned.attempt()).explored(before);
        Optional<ResumePoint> from = planned.resume();
        while (!explored && from.isPresent()) {
            ResumePoint point = from.get();
            explored = record(point.attempt()).explored(Math.min(before, Math.nextUp(point.epoch())));
            from = network.attempt(point.attempt()).planned().resume();
        }
        return explored;
    }

    /** The newest checkpoint of any attempt, with what had been measured up to it. */
    Optional<AttemptTask.Resume> newest() {
        List<NetworkState.Attempt> attempts = network.attempts();
        for (int i = attempts.size() - 1; i >= 0; i--) {
            AttemptPlanned planned = attempts.get(i).planned();
            AttemptRecord record = record(planned.attempt());
            Optional<AttemptRecord.Kept> kept = record.checkpoint();
            if (kept.isPresent()) {
                List<Measurement> measured = new ArrayList<>(before(planned));
                measured.addAll(record.measuredUpTo(kept.get().point().epoch()));
                return Optional.of(new AttemptTask.Resume(
                        kept.get().point(), kept.get().file().toAbsolutePath(), measured));
            }
        }
        return Optional.empty();
    }
}
