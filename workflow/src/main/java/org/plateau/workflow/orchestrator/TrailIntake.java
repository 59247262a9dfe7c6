package org.plateau.workflow.orchestrator;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.plateau.core.trail.TrailConflictException;
import org.plateau.core.trail.TrailEntry;
import org.plateau.core.trail.TrailEvent;
import org.plateau.core.trail.TrailStore;
import org.plateau.formats.trail.TrailFileException;
import org.plateau.formats.trail.TrailReader;
import org.plateau.workflow.attempt.KeptWeights;
import org.plateau.workflow.run.AttemptFolder;
import org.plateau.workflow.run.RunFolder;

/**
 * Hands the trails of running attempts on to the data commons as they grow. The trails are the truth and the commons
 * an index: where it fails, the search goes on, and what it lacks is handed over once more when the search ends or is
 * resumed. Weights go the same way, when an attempt is over.
 */
final class TrailIntake {
    /** So that a resumed search of thousands of networks does not begin with a wait. */
    private static final int OLDER_AT_A_TIME = 10;

    private final TrailStore store;
    private final KeptWeights weights;
    private final Consumer<String> warnings;
    private final Map<AttemptFolder, TrailReader> readers = new HashMap<>();
    private final Map<AttemptFolder, Integer> epochs = new HashMap<>();
    private final Deque<AttemptFolder> older = new ArrayDeque<>();
    private final Set<AttemptFolder> owed = new LinkedHashSet<>();
    private final Set<AttemptFolder> refused = new HashSet<>();
    private boolean failing;

    TrailIntake(TrailStore store, KeptWeights weights, Consumer<String> warnings) {
        this.store = store;
        this.weights = weights;
        this.warnings = warnings;
    }

    TrailReader follow(AttemptFolder attempt) {
        return readers.computeIfAbsent(attempt, folder -> new TrailReader(folder.trail()));
    }

    /** Epochs measured in an attempt that is followed, as far as they were taken in. */
    int epochs(AttemptFolder attempt) {
        return epochs.getOrDefault(attempt, 0);
    }

    /** Takes in what came since the last time, of all attempts that are followed, and a part of what is older. */
    void takeIn() {
        readers.forEach((attempt, reader) -> record(attempt, reader.next()));
        for (int i = 0; i < OLDER_AT_A_TIME && !older.isEmpty(); i++) {
            takeInAll(older.remove());
        }
    }

    /** Takes in the rest of an attempt that is over. */
    void finish(AttemptFolder attempt) {
        record(attempt, follow(attempt).next());
        readers.remove(attempt);
        epochs.remove(attempt);
    }

    /** Has the weights kept that a network has come to. */
    void keepWeights(RunFolder run, String network) {
        try {
            weights.take(run, network);
        } catch (RuntimeException e) {
            // As with the trails: trainings must not be lost for what is kept of them.
            warnings.accept("The data commons lacks weights of network %s: %s".formatted(network, e.getMessage()));
        }
    }

    /** Sees to it that all of an older attempt is taken in, little by little; the store knows what it has. */
    void takeInAgain(AttemptFolder attempt) {
        older.add(attempt);
    }

    /** Takes in everything that is left, and once more what the store has failed to take. */
    void last() {
        takeIn();
        failing = false;
        older.addAll(owed);
        owed.clear();
        older.forEach(this::takeInAll);
        older.clear();
        if (!owed.isEmpty()) {
            warnings.accept("The data commons lacks %d attempts of this run; they are taken in when it is resumed"
                    .formatted(owed.size()));
        }
    }

    private void takeInAll(AttemptFolder attempt) {
        try {
            record(attempt, TrailReader.readAll(attempt.trail()));
        } catch (TrailFileException e) {
            warnings.accept("The data commons lacks an attempt: " + e.getMessage());
        }
    }

    private void record(AttemptFolder attempt, List<TrailEntry> entries) {
        if (entries.isEmpty() || refused.contains(attempt)) {
            return;
        }
        if (readers.containsKey(attempt)) {
            epochs.merge(attempt, measured(entries), Integer::sum);
        }
        if (failing || owed.contains(attempt)) {
            owed.add(attempt);
            return;
        }
        try {
            store.record(entries);
        } catch (TrailConflictException e) {
            refused.add(attempt);
            warnings.accept(
                    "The data commons knows %s with other content: %s".formatted(attempt.root(), e.getMessage()));
        } catch (RuntimeException e) {
            // Whatever the store's reason is: trainings must not be lost for their index.
            failing = true;
            owed.add(attempt);
            warnings.accept("The data commons takes nothing more of this run for now: " + e.getMessage());
        }
    }

    private static int measured(List<TrailEntry> entries) {
        return (int) entries.stream()
                .filter(entry -> entry.event() instanceof TrailEvent.EpochMeasured)
                .count();
    }
}
