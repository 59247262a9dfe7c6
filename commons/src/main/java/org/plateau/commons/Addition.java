package org.plateau.commons;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.plateau.commons.AttemptTable.Extent;
import org.plateau.core.trail.TrailEntry;
import org.plateau.formats.trail.TrailLine;

/** New entries of one attempt as lines, the trail they go to, and how much of it is indexed before and after them. */
final class Addition {
    private final StoredTrail trail;
    private final Extent before;
    private final List<TrailEntry> entries;
    private final byte[] lines;

    Addition(StoredTrail trail, Extent before, List<TrailEntry> entries) {
        this.trail = trail;
        this.before = before;
        this.entries = entries;
        StringBuilder text = new StringBuilder();
        entries.forEach(entry -> text.append(TrailLine.write(entry)).append('\n'));
        this.lines = text.toString().getBytes(StandardCharsets.UTF_8);
    }

    List<TrailEntry> entries() {
        return entries;
    }

    Ledger.Growth growth() {
        return new Ledger.Growth(trail.network(), trail.attempt(), before.bytes(), after().bytes());
    }

    Extent after() {
        return new Extent(before.attempt(), before.entries() + entries.size(), before.bytes() + lines.length);
    }

    void append() {
        trail.append(before.bytes(), lines);
    }
}
