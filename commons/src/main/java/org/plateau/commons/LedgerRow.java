package org.plateau.commons;

import org.jdbi.v3.core.Handle;

/** The database's count of recordings. */
final class LedgerRow {
    private final Handle handle;

    LedgerRow(Handle handle) {
        this.handle = handle;
    }

    long recordings() {
        return handle.createQuery("SELECT recordings FROM ledger")
                .mapTo(Long.class)
                .one();
    }

    void write(long recordings) {
        handle.createUpdate("UPDATE ledger SET recordings = :recordings")
                .bind("recordings", recordings)
                .execute();
    }
}
