package org.plateau.commons;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.plateau.commons.Intake.Refusal;
import org.plateau.core.trail.TrailConflictException;
import org.plateau.core.trail.TrailEntry;
import org.plateau.core.trail.TrailStore;
import org.plateau.formats.trail.TrailFileException;
import org.plateau.formats.trail.TrailReader;

/** Takes the trails of a run into a store: many at once while they are sound, one by one where one of them is not. */
final class RunIntake {
    /** Entries that go into one transaction: enough to make its cost small, few enough to hold in memory. */
    private static final int BATCH = 5000;

    private final TrailStore store;
    private final List<Trail> waiting = new ArrayList<>();
    private final List<Refusal> refused = new ArrayList<>();
    private int attempts;
    private int entries;

    RunIntake(TrailStore store) {
        this.store = store;
    }

    private record Trail(Path file, List<TrailEntry> entries) {}

    Intake take(Path runFolder) {
        for (Path file : RunTrails.in(runFolder)) {
            attempts++;
            try {
                waiting.add(new Trail(file, TrailReader.readAll(file)));
            } catch (TrailFileException e) {
                refused.add(Refusal.of(file, e));
            }
            if (waiting.stream().mapToInt(trail -> trail.entries().size()).sum() >= BATCH) {
                flush();
            }
        }
        flush();
        return new Intake(attempts, entries, refused);
    }

    private void flush() {
        try {
            entries += store.record(
                    waiting.stream().flatMap(trail -> trail.entries().stream()).toList());
        } catch (TrailFileException | TrailOrderException | TrailConflictException e) {
            // At least one of them is unsound; which one shows when they are taken alone.
            waiting.forEach(this::takeAlone);
        }
        waiting.clear();
    }

    private void takeAlone(Trail trail) {
        try {
            entries += store.record(trail.entries());
        } catch (TrailFileException | TrailOrderException | TrailConflictException e) {
            refused.add(Refusal.of(trail.file(), e));
        }
    }
}
