package org.plateau.commons;

import java.util.List;
import org.jdbi.v3.core.Handle;

/** The table that says how much of each stored trail is indexed. */
final class AttemptTable {
    private final Handle handle;

    AttemptTable(Handle handle) {
        this.handle = handle;
    }

    /**
     * How much of a trail is indexed.
     *
     * @param attempt its number
     * @param entries whole lines
     * @param bytes their length
     */
    record Extent(int attempt, int entries, long bytes) {
        static Extent none(int attempt) {
            return new Extent(attempt, 0, 0);
        }
    }

    Extent extent(String network, int attempt) {
        return handle.createQuery("""
                        SELECT attempt, entries, bytes FROM attempts
                        WHERE network = (SELECT key FROM networks WHERE id = :network) AND attempt = :attempt
                        """)
                .bind("network", network)
                .bind("attempt", attempt)
                .map((row, context) -> new Extent(row.getInt("attempt"), row.getInt("entries"), row.getLong("bytes")))
                .findOne()
                .orElse(Extent.none(attempt));
    }

    /** Of all attempts of a network, the first one first. */
    List<Extent> extents(long network) {
        return handle.createQuery(
                        "SELECT attempt, entries, bytes FROM attempts WHERE network = :network ORDER BY attempt")
                .bind("network", network)
                .map((row, context) -> new Extent(row.getInt("attempt"), row.getInt("entries"), row.getLong("bytes")))
                .list();
    }

    void write(long network, Extent extent) {
        handle.createUpdate("""
                        INSERT INTO attempts (network, attempt, entries, bytes)
                        VALUES (:network, :attempt, :entries, :bytes)
                        ON CONFLICT (network, attempt) DO UPDATE SET entries = excluded.entries, bytes = excluded.bytes
                        """)
                .bind("network", network)
                .bind("attempt", extent.attempt())
                .bind("entries", extent.entries())
                .bind("bytes", extent.bytes())
                .execute();
    }
}
