package org.plateau.commons;

import java.util.List;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What whoever gets the write lock does first: puts in order what the last one left when it died. */
final class Settlement {
    private static final Logger LOG = LoggerFactory.getLogger(Settlement.class);

    private final Handle handle;
    private final TrailFolder trails;
    private final Ledger ledger;

    Settlement(Handle handle, TrailFolder trails, Ledger ledger) {
        this.handle = handle;
        this.trails = trails;
        this.ledger = ledger;
    }

    /** Whether there is something to put in order, as far as can be seen without the lock. */
    boolean needed() {
        long noted = ledger.read().number();
        long recordings = new LedgerRow(handle).recordings();
        return noted < 0 ? recordings == 0 && !trails.isEmpty() : noted != recordings;
    }

    void settle() {
        Ledger.Note note = ledger.read();
        LedgerRow row = new LedgerRow(handle);
        long recordings = row.recordings();
        if (note.number() == recordings + 1) {
            note.before().forEach(length -> trails.trail(length.network(), length.attempt())
                    .cut(length.bytes()));
        } else if (needed()) {
            Intake intake = new CatchUp(handle, trails).all();
            row.write(Math.max(note.number(), recordings));
            report(intake);
        }
    }

    private static void report(Intake intake) {
        LOG.info(
                "The commons was behind its store: {} entries of {} trails were added",
                intake.entries(),
                intake.attempts());
        List<Intake.Refusal> refused = intake.refused();
        refused.forEach(refusal -> LOG.warn("Not in the commons: {}", refusal.reason()));
    }
}
