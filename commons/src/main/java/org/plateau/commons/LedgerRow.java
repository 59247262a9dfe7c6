package org.plateau.commons;

import org.jdbi.v3.core.Handle;

/** The database's count of recordings, and of what else of the store it knows. */
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

    /** Bytes of the annotations that are indexed. */
    long annotated() {
        return handle.createQuery("SELECT annotated FROM ledger")
                .mapTo(Long.class)
                .one();
    }

    void writeAnnotated(long bytes) {
        handle.createUpdate("UPDATE ledger SET annotated = :bytes")
                .bind("bytes", bytes)
                .execute();
    }

    /** Up to which version rows are made of other rows. */
    int derived() {
        return handle.createQuery("SELECT derived FROM ledger")
                .mapTo(Integer.class)
                .one();
    }

    void writeDerived(int version) {
        handle.createUpdate("UPDATE ledger SET derived = :version")
                .bind("version", version)
                .execute();
    }

    void write(long recordings) {
        handle.createUpdate("UPDATE ledger SET recordings = :recordings")
                .bind("recordings", recordings)
                .execute();
    }
}
