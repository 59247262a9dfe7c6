package org.plateau.commons;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.plateau.core.trail.ResumePoint;
import org.plateau.core.trail.TrailEntry;
import org.plateau.core.trail.TrailEvent.AttemptStarted;
import org.plateau.core.trail.TrailEvent.EpochMeasured;
import org.plateau.core.trail.TrailEvent.ForecastMade;
import org.plateau.core.trail.TrailEvent.VerdictGiven;

/**
 * Reads a network's entries in order of attempt and sequence, and knows after each what counts. The result depends on the
 * entries only, not on how they came in.
 */
final class NetworkFold {
    private final int horizon;
    private final Map<Integer, Lineage> lineages = new HashMap<>();
    private Lineage lineage;
    private Standing standing;
    private double keptUpTo = Double.POSITIVE_INFINITY;

    private NetworkFold(int horizon, Lineage lineage, Standing standing) {
        this.horizon = horizon;
        this.lineage = lineage;
        this.standing = standing;
        lineages.put(standing.lastAttempt(), lineage);
    }

    /**
     * Before a network's first entry.
     *
     * @param horizon epochs of a full training
     */
    static NetworkFold before(TrailEntry first, int horizon) {
        return new NetworkFold(horizon, Lineage.empty(), Standing.before(first));
    }

    /** Where the entries up to some moment led; only their last attempt is known of. */
    static NetworkFold from(NetworkSummary network, Lineage lineage) {
        return new NetworkFold(network.assignment().horizon(), lineage, network.standing());
    }

    /** Whether {@link #from} a standing these entries of one attempt lead where all entries together would lead. */
    static boolean continues(Standing standing, List<TrailEntry> entries) {
        return entries.get(0).attempt() >= standing.lastAttempt()
                && entries.stream()
                        .map(TrailEntry::event)
                        .allMatch(event -> !(event instanceof AttemptStarted started)
                                || started.resumedFrom()
                                        .map(ResumePoint::attempt)
                                        .map(attempt -> attempt == standing.lastAttempt())
                                        .orElse(true));
    }

    void add(TrailEntry entry) {
        standing = standing.after(entry, horizon);
        if (entry.event() instanceof AttemptStarted started) {
            resume(started.resumedFrom());
        } else if (entry.event() instanceof EpochMeasured measured) {
            lineage.add(measured.measurement());
        } else if (entry.event() instanceof ForecastMade forecast) {
            lineage.addForecast(new Evidence<>(entry.attempt(), entry.sequence(), forecast.epoch(), forecast));
        } else if (entry.event() instanceof VerdictGiven verdict) {
            lineage.addVerdict(new Evidence<>(entry.attempt(), entry.sequence(), verdict.epoch(), verdict));
        }
        lineages.put(entry.attempt(), lineage);
    }

    Lineage lineage() {
        return lineage;
    }

    Standing standing() {
        return standing;
    }

    /** The epoch up to which what was known before still counts, +∞ for all of it. */
    double keptUpTo() {
        return keptUpTo;
    }

    private void resume(Optional<ResumePoint> point) {
        double epoch = point.map(ResumePoint::epoch).filter(e -> e >= 0).orElse(-1.0);
        lineage = point.map(ResumePoint::attempt)
                .map(lineages::get)
                .map(older -> older.upTo(epoch))
                .orElseGet(Lineage::empty);
        keptUpTo = Math.min(keptUpTo, epoch);
    }
}
