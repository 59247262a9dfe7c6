package org.plateau.commons;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.plateau.core.trail.ResumePoint;
import org.plateau.core.trail.TrailEntry;
import org.plateau.core.trail.TrailEvent.AttemptStarted;
import org.plateau.core.trail.TrailEvent.EpochMeasured;

/**
 * The obvious way to say which epochs of a network count: from its last attempt back to where each one was resumed. An
 * attempt that never started stands where the one before it stood.
 */
final class EffectiveCurve {
    private EffectiveCurve() {}

    /** Values of a measure by epoch. */
    static Map<Double, Double> of(List<List<TrailEntry>> attempts, String measure) {
        return upTo(attempts, attempts.size(), Double.POSITIVE_INFINITY, measure);
    }

    private static Map<Double, Double> upTo(
            List<List<TrailEntry>> attempts, int attempt, double limit, String measure) {
        Map<Double, Double> values = new TreeMap<>();
        boolean started = attempts.get(attempt - 1).stream().anyMatch(e -> e.event() instanceof AttemptStarted);
        if (!started && attempt > 1) {
            values.putAll(upTo(attempts, attempt - 1, limit, measure));
        }
        for (TrailEntry entry : attempts.get(attempt - 1)) {
            if (entry.event() instanceof AttemptStarted start) {
                Optional<ResumePoint> point = start.resumedFrom();
                point.ifPresent(p -> values.putAll(upTo(attempts, p.attempt(), p.epoch(), measure)));
            } else if (entry.event() instanceof EpochMeasured measured) {
                double epoch = measured.measurement().epoch();
                values.keySet().removeIf(known -> known >= epoch);
                values.put(epoch, measured.measurement().values().getOrDefault(measure, Double.NaN));
            }
        }
        values.keySet().removeIf(epoch -> epoch > limit);
        return values;
    }
}
