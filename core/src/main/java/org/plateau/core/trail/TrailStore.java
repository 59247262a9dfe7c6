package org.plateau.core.trail;

import java.util.List;

/** Takes record trails in. The port between the workflow and the data commons. */
public interface TrailStore extends AutoCloseable {
    /**
     * Takes entries in, all or none. Entries that are known already change nothing.
     *
     * @return how many of them were new
     * @throws TrailConflictException if an entry is known with other content
     */
    int record(List<TrailEntry> entries);

    @Override
    void close();
}
