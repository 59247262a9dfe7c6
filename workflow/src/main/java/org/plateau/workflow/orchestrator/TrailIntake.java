package org.plateau.workflow.orchestrator;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.plateau.core.trail.TrailEntry;
import org.plateau.core.trail.TrailStore;
import org.plateau.formats.trail.TrailReader;
import org.plateau.workflow.run.AttemptFolder;

/**
 * Hands the trails of running attempts on to the data commons as they grow. The trails are the truth and the commons
 * an index: where it fails, the search goes on, and the commons can be rebuilt.
 */
final class TrailIntake {
    private final TrailStore store;
    private final Consumer<String> warnings;
    private final Map<AttemptFolder, TrailReader> readers = new HashMap<>();
    private Optional<String> failure = Optional.empty();

    TrailIntake(TrailStore store, Consumer<String> warnings) {
        this.store = store;
        this.warnings = warnings;
    }

    void follow(AttemptFolder attempt) {
        readers.computeIfAbsent(attempt, folder -> new TrailReader(folder.trail()));
    }

    /** Takes in what came since the last time, of all attempts that are followed. */
    void takeIn() {
        List<TrailEntry> entries = new ArrayList<>();
        readers.values().forEach(reader -> entries.addAll(reader.next()));
        record(entries);
    }

    /** Takes in the rest of an attempt that is over. */
    void finish(AttemptFolder attempt) {
        TrailReader reader = readers.remove(attempt);
        if (reader != null) {
            record(reader.next());
        }
    }

    /** Why the commons lacks something of this run, if it does. */
    Optional<String> failure() {
        return failure;
    }

    private void record(List<TrailEntry> entries) {
        if (entries.isEmpty() || failure.isPresent()) {
            return;
        }
        try {
            store.record(entries);
        } catch (RuntimeException e) {
            // Whatever the store's reason is: trainings must not be lost for their index.
            failure = Optional.of(String.valueOf(e.getMessage()));
            warnings.accept("The data commons takes nothing more of this run: " + e.getMessage());
        }
    }
}
