package org.plateau.commons;

import org.jdbi.v3.core.Handle;
import org.plateau.commons.Ledger.Growth;
import org.plateau.commons.Ledger.Note;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What whoever gets the write lock does first: puts in order what the last one left when it died. */
final class Settlement {
    private static final Logger LOG = LoggerFactory.getLogger(Settlement.class);

    private final Handle handle;
    private final Store store;
    private final TrailFolder trails;
    private final Ledger ledger;
    private final LedgerRow row;

    Settlement(Handle handle, Store store) {
        this.handle = handle;
        this.store = store;
        this.trails = store.trails();
        this.ledger = store.ledger();
        this.row = new LedgerRow(handle);
    }

    /** Whether there is something to put in order, as far as can be seen without the lock. */
    boolean needed() {
        return disagree(ledger.read(), row.recordings())
                || row.derived() < Derivation.VERSION
                || row.annotated() != store.annotations().size();
    }

    /**
     * Finishes the last recording if all of its lines are in the trails, and takes it back if not. Where the database is
     * older than that, or new, indexes whatever it lacks.
     */
    void settle() {
        new Derivation(handle, store).bringUpToDate();
        Note note = ledger.read();
        long recordings = row.recordings();
        if (note.number() == recordings + 1) {
            if (note.growths().stream().allMatch(growth -> trail(growth).size() >= growth.after())) {
                CatchUp catchUp = new CatchUp(handle, store);
                note.growths().forEach(growth -> catchUp.of(trail(growth)));
                row.write(note.number());
            } else {
                cut(note);
            }
        } else if (disagree(note, recordings)) {
            report(new CatchUp(handle, store).all());
            row.write(Math.max(note.number(), recordings));
        }
        new AnnotationIntake(handle, store.annotations())
                .catchUp()
                .forEach(refusal -> LOG.warn("Not in the commons: {}", refusal.reason()));
    }

    /** Takes a recording back that failed in this process. */
    void takeBack() {
        Note note = ledger.read();
        if (note.number() == row.recordings() + 1) {
            cut(note);
        }
        store.annotations().cut(row.annotated());
    }

    private boolean disagree(Note note, long recordings) {
        return note.equals(Note.NONE) ? recordings == 0 && !trails.isEmpty() : note.number() != recordings;
    }

    private void cut(Note note) {
        note.growths().forEach(growth -> trail(growth).cut(growth.before()));
    }

    private StoredTrail trail(Growth growth) {
        return trails.trail(growth.network(), growth.attempt());
    }

    private static void report(Intake intake) {
        LOG.info(
                "The commons was behind its store: {} entries of {} trails were added",
                intake.entries(),
                intake.attempts());
        intake.refused().forEach(refusal -> LOG.warn("Not in the commons: {}", refusal.reason()));
    }
}
