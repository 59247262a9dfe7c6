package org.plateau.commons;

import java.util.List;
import java.util.SortedSet;
import org.jdbi.v3.core.Handle;

/** The index of words that are said of networks. */
final class TextTable {
    /** Networks that are looked through one by one before the index is asked. */
    private static final int RECENT = 20_000;

    private final Handle handle;
    private final Dialect dialect;

    TextTable(Handle handle) {
        this.handle = handle;
        this.dialect = Dialect.of(handle);
    }

    /** Replaces the words of a network. */
    void write(long network, SortedSet<String> words) {
        handle.createUpdate(
                        switch (dialect) {
                            case SQLITE ->
                                "INSERT OR REPLACE INTO network_text (rowid, words) VALUES (:network, :words)";
                            case POSTGRESQL -> """
                                INSERT INTO network_text (network, words)
                                VALUES (:network, array_to_tsvector(string_to_array(:words, ' ')))
                                ON CONFLICT (network) DO UPDATE SET words = excluded.words
                                """;
                        })
                .bind("network", network)
                .bind("words", String.join(" ", words))
                .execute();
    }

    void remove(long network) {
        handle.createUpdate(
                        switch (dialect) {
                            case SQLITE -> "DELETE FROM network_text WHERE rowid = :network";
                            case POSTGRESQL -> "DELETE FROM network_text WHERE network = :network";
                        })
                .bind("network", network)
                .execute();
    }

    void clear() {
        handle.execute("DELETE FROM network_text");
    }

    /** Ids of the networks found, those that came last first. */
    List<String> find(TextMatch match, int limit) {
        if (match.words().isEmpty()) {
            return List.of();
        }
        String all = TextMatch.keys(dialect);
        return switch (dialect) {
            case SQLITE -> newest("(" + all + " ORDER BY key DESC LIMIT :limit)", match, limit);
            case POSTGRESQL -> {
                // Its planner does not know how many words begin so. Of words that many networks have, some are among
                // the newest;
                // of others, the index gives few, and it is used because the query for them has neither order nor
                // limit.
                List<String> recent = newest(
                        "(%s AND network > (SELECT max(network) FROM network_text) - %d ORDER BY key DESC LIMIT :limit)"
                                .formatted(all, RECENT),
                        match,
                        limit);
                yield recent.size() == limit ? recent : newest("(" + all + " OFFSET 0)", match, limit);
            }
        };
    }

    private List<String> newest(String keys, TextMatch match, int limit) {
        return handle.createQuery("""
                        SELECT networks.id FROM %s AS found JOIN networks ON networks.key = found.key
                        ORDER BY found.key DESC LIMIT :limit
                        """.formatted(keys))
                .bind("words", match.parameter(dialect))
                .bind("limit", limit)
                .mapTo(String.class)
                .list();
    }
}
