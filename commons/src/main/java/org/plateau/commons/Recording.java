package org.plateau.commons;

import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.plateau.commons.AttemptTable.Extent;
import org.plateau.core.trail.TrailConflictException;
import org.plateau.core.trail.TrailEntry;
import org.plateau.formats.trail.TrailLine;

/** Takes entries in within one transaction of the database: into the trails, then into the index. */
final class Recording {
    private final TrailFolder trails;
    private final Ledger ledger;
    private final LedgerRow row;
    private final Indexer indexer;
    private final CatchUp catchUp;

    Recording(Handle handle, Store store) {
        this.trails = store.trails();
        this.ledger = store.ledger();
        this.row = new LedgerRow(handle);
        this.indexer = new Indexer(handle, store);
        this.catchUp = new CatchUp(handle, store);
    }

    /**
     * Takes entries in.
     *
     * @return how many of them were new
     */
    int record(List<AttemptEntries> batch) {
        List<Addition> additions = new ArrayList<>();
        for (AttemptEntries entries : batch) {
            StoredTrail trail = trails.trail(entries.network(), entries.attempt());
            Extent extent = catchUp.of(trail);
            if (entries.first() > extent.entries()) {
                throw new TrailOrderException(
                        "Network %s, attempt %d has %d entries, so entry %d was expected next, but %d came"
                                .formatted(
                                        entries.network(),
                                        entries.attempt(),
                                        extent.entries(),
                                        extent.entries(),
                                        entries.first()));
            }
            requireSame(trail, entries.before(extent.entries()), extent);
            List<TrailEntry> fresh = entries.from(extent.entries());
            if (!fresh.isEmpty()) {
                additions.add(new Addition(trail, extent, fresh));
            }
        }
        if (!additions.isEmpty()) {
            write(additions);
        }
        return additions.stream()
                .mapToInt(addition -> addition.entries().size())
                .sum();
    }

    private void write(List<Addition> additions) {
        long number = row.recordings() + 1;
        ledger.write(
                new Ledger.Note(number, additions.stream().map(Addition::growth).toList()));
        for (Addition addition : additions) {
            addition.append();
            indexer.add(addition.entries(), addition.after());
        }
        indexer.finish();
        row.write(number);
    }

    private static void requireSame(StoredTrail trail, List<TrailEntry> again, Extent extent) {
        if (again.isEmpty()) {
            return;
        }
        List<TrailEntry> known = trail.read(extent);
        for (TrailEntry entry : again) {
            TrailEntry first = known.get(entry.sequence());
            if (!first.equals(entry)) {
                throw new TrailConflictException(
                        "Entry %d of network %s, attempt %d is known with other content.%nKnown: %s%nCame:  %s"
                                .formatted(
                                        entry.sequence(),
                                        entry.network(),
                                        entry.attempt(),
                                        TrailLine.write(first),
                                        TrailLine.write(entry)));
            }
        }
    }
}
