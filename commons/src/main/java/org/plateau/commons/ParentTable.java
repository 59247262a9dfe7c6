package org.plateau.commons;

import java.util.LinkedHashSet;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** The table of parents, to find children by. */
final class ParentTable {
    private final Handle handle;

    ParentTable(Handle handle) {
        this.handle = handle;
    }

    void write(long network, List<String> parents) {
        if (parents.isEmpty()) {
            return;
        }
        PreparedBatch batch = handle.prepareBatch(
                "INSERT INTO parents (parent, network) VALUES (:parent, :network) ON CONFLICT DO NOTHING");
        new LinkedHashSet<>(parents)
                .forEach(parent ->
                        batch.bind("parent", parent).bind("network", network).add());
        batch.execute();
    }

    void remove(long network) {
        handle.createUpdate("DELETE FROM parents WHERE network = :network")
                .bind("network", network)
                .execute();
    }

    /** Ids of the networks that were made of this one. */
    List<String> children(String network) {
        return handle.createQuery("""
                        SELECT networks.id FROM parents JOIN networks ON networks.key = parents.network
                        WHERE parents.parent = :network ORDER BY networks.search, networks.ask, networks.id
                        """)
                .bind("network", network)
                .mapTo(String.class)
                .list();
    }
}
