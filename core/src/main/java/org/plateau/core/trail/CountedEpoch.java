package org.plateau.core.trail;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An epoch that counts: none that a later attempt trained again.
 *
 * @param attempt that measured it
 * @param measured what was measured
 */
public record CountedEpoch(int attempt, TrailEvent.EpochMeasured measured) {
    /**
     * The epochs that count of a network, in order: those of its last attempt, and before them those of the attempts that it goes
     * on from, up to where it does.
     *
     * @param trail all entries of the network, in any order
     */
    public static List<CountedEpoch> of(List<TrailEntry> trail) {
        Map<Integer, List<CountedEpoch>> lineages = new HashMap<>();
        List<CountedEpoch> epochs = new ArrayList<>();
        for (TrailEntry entry : trail.stream()
                .sorted(Comparator.comparingInt(TrailEntry::attempt).thenComparingInt(TrailEntry::sequence))
                .toList()) {
            if (entry.event() instanceof TrailEvent.AttemptStarted started) {
                epochs = new ArrayList<>(resumed(started.resumedFrom(), lineages));
                lineages.put(entry.attempt(), epochs);
            } else if (entry.event() instanceof TrailEvent.EpochMeasured measured) {
                epochs.removeIf(epoch -> epoch.epoch() >= measured.measurement().epoch());
                epochs.add(new CountedEpoch(entry.attempt(), measured));
            }
        }
        return List.copyOf(epochs);
    }

    private static List<CountedEpoch> resumed(Optional<ResumePoint> from, Map<Integer, List<CountedEpoch>> lineages) {
        return from.map(point -> lineages.getOrDefault(point.attempt(), List.of()).stream()
                        .filter(epoch -> epoch.epoch() <= point.epoch())
                        .toList())
                .orElse(List.of());
    }

    /** Epochs completed. */
    public double epoch() {
        return measured.measurement().epoch();
    }

    /** SHA-256 of the checkpoint that was written then, empty where none was. */
    public Optional<String> checkpoint() {
        return measured.checkpoint();
    }

    /** The value of a measure, NaN where it was not taken. */
    public double value(String measure) {
        return measured.measurement().values().getOrDefault(measure, Double.NaN);
    }
}
