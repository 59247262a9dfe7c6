package org.plateau.workflow.orchestrator;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.plateau.core.fitness.Measurement;
import org.plateau.core.trail.Ending;
import org.plateau.core.trail.ResumePoint;
import org.plateau.core.trail.TrailEvent;
import org.plateau.workflow.attempt.AttemptRecord;
import org.plateau.workflow.configuration.Objective;
import org.plateau.workflow.journal.JournalEvent.AttemptEnded;
import org.plateau.workflow.journal.JournalEvent.AttemptPlanned;

/** Reads from what an attempt left how it ended, in the words of the journal. */
final class AttemptEnds {
    private AttemptEnds() {}

    /**
     * The end of an attempt that nobody is at any more.
     *
     * @param fault what its executor says against it
     */
    static AttemptEnded of(Lineage lineage, AttemptPlanned planned, Optional<String> fault) {
        AttemptRecord record = lineage.record(planned.attempt());
        List<Measurement> measured = new ArrayList<>(lineage.before(planned));
        measured.addAll(record.measuredUpTo(Double.POSITIVE_INFINITY));
        Map<String, Double> series = series(measured);
        Optional<TrailEvent.TrainingEnded> ended = record.ended();
        boolean unfinished = ended.map(TrailEvent.TrainingEnded::ending)
                .filter(ending -> ending == Ending.FAILED || (ending == Ending.INTERRUPTED && fault.isPresent()))
                .isPresent();
        if (ended.isPresent() && !unfinished) {
            TrailEvent.TrainingEnded end = ended.get();
            return new AttemptEnded(
                    planned.network(),
                    planned.attempt(),
                    end.ending(),
                    end.epoch(),
                    end.fitness(),
                    series,
                    false,
                    end.message());
        }
        boolean failed = fault.isPresent() || ended.isPresent();
        return new AttemptEnded(
                planned.network(),
                planned.attempt(),
                failed ? Ending.FAILED : Ending.INTERRUPTED,
                lastEpoch(record, planned),
                Optional.empty(),
                series,
                failed,
                ended.map(TrailEvent.TrainingEnded::message).or(() -> fault).orElse("It was left without an ending"));
    }

    private static double lastEpoch(AttemptRecord record, AttemptPlanned planned) {
        List<TrailEvent.EpochMeasured> epochs = record.epochs();
        return epochs.isEmpty()
                ? planned.resume().map(ResumePoint::epoch).orElse(0.0)
                : epochs.get(epochs.size() - 1).measurement().epoch();
    }

    private static Map<String, Double> series(List<Measurement> measured) {
        Map<String, Double> series = new TreeMap<>();
        for (Measurement measurement : measured) {
            measurement
                    .values()
                    .forEach((name, value) ->
                            series.merge(name, value, (known, next) -> Objective.isRate(name) ? known + next : next));
        }
        return series;
    }
}
