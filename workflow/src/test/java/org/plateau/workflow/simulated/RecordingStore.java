package org.plateau.workflow.simulated;

import java.util.List;
import org.plateau.core.trail.TrailEntry;
import org.plateau.core.trail.TrailStore;

/** A store that writes the key of every entry that it is handed to the script's log {@code stored}. */
public record RecordingStore(Script script) implements TrailStore {
    @Override
    public int record(List<TrailEntry> entries) {
        entries.forEach(entry ->
                script.log("stored", "%s:%d:%d".formatted(entry.network(), entry.attempt(), entry.sequence())));
        return entries.size();
    }

    @Override
    public void close() {}
}
