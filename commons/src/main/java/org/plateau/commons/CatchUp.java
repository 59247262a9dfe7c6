package org.plateau.commons;

import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.plateau.commons.AttemptTable.Extent;
import org.plateau.commons.Intake.Refusal;
import org.plateau.core.trail.TrailEntry;
import org.plateau.formats.trail.TrailFileException;

/** Brings the index up to trails that were written without it: the database is older than its store, or new. */
final class CatchUp {
    private final TrailFolder trails;
    private final AttemptTable attempts;
    private final NetworkTable networks;
    private final Indexer indexer;

    CatchUp(Handle handle, Store store) {
        this.trails = store.trails();
        this.attempts = new AttemptTable(handle);
        this.networks = new NetworkTable(handle);
        this.indexer = new Indexer(handle, store);
    }

    /** Indexes every trail that is not indexed to its end. One that is broken is left as it is indexed. */
    Intake all() {
        int read = 0;
        int entries = 0;
        List<Refusal> refused = new ArrayList<>();
        for (String network : trails.networks()) {
            for (StoredTrail trail : trails.trails(network)) {
                read++;
                try {
                    int before = attempts.extent(network, trail.attempt()).entries();
                    entries += of(trail).entries() - before;
                } catch (TrailFileException | TrailOrderException e) {
                    refused.add(Refusal.of(trail.file(), e));
                }
            }
        }
        indexer.finish();
        return new Intake(read, entries, refused);
    }

    /**
     * Indexes a trail to its end and takes a torn last line off.
     *
     * @return how much of it is indexed now
     */
    Extent of(StoredTrail trail) {
        Extent extent = attempts.extent(trail.network(), trail.attempt());
        long size = trail.size();
        if (size == extent.bytes()) {
            return extent;
        }
        if (size < extent.bytes()) {
            return shorter(trail);
        }
        StoredTrail.Lines lines = trail.readAfter(extent);
        trail.cut(lines.end());
        List<TrailEntry> entries = lines.entries();
        if (entries.isEmpty()) {
            return extent;
        }
        Extent now = new Extent(trail.attempt(), extent.entries() + entries.size(), lines.end());
        indexer.add(new AttemptEntries(entries).entries(), now);
        return now;
    }

    /** The machine lost lines that the index knew; the trail is what counts. */
    private Extent shorter(StoredTrail trail) {
        if (!Files.exists(trail.file())) {
            throw new CommonsException(
                    "The record trail %s is gone, but the commons knows it; put it back, or make the commons again with `plateau commons rebuild`"
                            .formatted(trail.file()));
        }
        StoredTrail.Lines lines = trail.readAfter(Extent.none(trail.attempt()));
        trail.cut(lines.end());
        Extent now = new Extent(trail.attempt(), lines.entries().size(), lines.end());
        NetworkTable.Row network = networks.find(trail.network()).orElseThrow();
        attempts.write(network.key(), now);
        indexer.readAgain(network);
        return now;
    }
}
