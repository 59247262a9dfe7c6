package org.plateau.commons;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.plateau.core.trail.TrailEntry;
import org.plateau.core.trail.TrailEvent.NetworkGenerated;

/**
 * Entries of one attempt in order and without gaps.
 *
 * @param entries at least one
 */
record AttemptEntries(List<TrailEntry> entries) {
    private record Key(String network, int attempt) {}

    AttemptEntries {
        entries = List.copyOf(entries);
        for (int i = 0; i < entries.size(); i++) {
            TrailEntry entry = entries.get(i);
            if (entry.sequence() != entries.get(0).sequence() + i) {
                throw new TrailOrderException(
                        "Entries of network %s, attempt %d must follow each other, but %d came after %d"
                                .formatted(
                                        entry.network(),
                                        entry.attempt(),
                                        entry.sequence(),
                                        entries.get(i - 1).sequence()));
            }
        }
        TrailEntry first = entries.get(0);
        if (first.sequence() == 0 && !(first.event() instanceof NetworkGenerated)) {
            throw new TrailOrderException(
                    "The trail of network %s, attempt %d must begin with the network's generation, but began with %s"
                            .formatted(
                                    first.network(),
                                    first.attempt(),
                                    first.event().getClass().getSimpleName()));
        }
    }

    /**
     * Sorts entries by attempt.
     *
     * @throws TrailOrderException if those of an attempt have gaps or are out of order
     */
    static List<AttemptEntries> of(List<TrailEntry> entries) {
        Map<Key, List<TrailEntry>> attempts = new LinkedHashMap<>();
        entries.forEach(
                entry -> attempts.computeIfAbsent(new Key(entry.network(), entry.attempt()), key -> new ArrayList<>())
                        .add(entry));
        return attempts.values().stream()
                .map(AttemptEntries::new)
                .sorted(Comparator.comparing(AttemptEntries::network).thenComparingInt(AttemptEntries::attempt))
                .toList();
    }

    String network() {
        return entries.get(0).network();
    }

    int attempt() {
        return entries.get(0).attempt();
    }

    /** Sequence of the first entry. */
    int first() {
        return entries.get(0).sequence();
    }

    /** Sequence after the last entry. */
    int end() {
        return first() + entries.size();
    }

    /** Those from a sequence on. */
    List<TrailEntry> from(int sequence) {
        return entries.subList(Math.min(entries.size(), Math.max(0, sequence - first())), entries.size());
    }

    /** Those before a sequence. */
    List<TrailEntry> before(int sequence) {
        return entries.subList(0, Math.min(entries.size(), Math.max(0, sequence - first())));
    }
}
