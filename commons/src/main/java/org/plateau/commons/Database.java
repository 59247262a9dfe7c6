package org.plateau.commons;

import java.util.function.Function;
import org.jdbi.v3.core.Handle;

/**
 * The database of a commons, with its schema brought up to date. Any number of processes may use it; writing takes turns, and
 * readers never wait for a writer. Thread-safe.
 */
sealed interface Database extends AutoCloseable permits SqliteDatabase, PostgresDatabase {
    /** How messages call it: a file, or a server's address without a password. */
    String name();

    /**
     * Does work in one transaction that is the only one to write from its first moment to its last.
     *
     * @param <T> what the work gives
     * @throws CommonsException if the database fails; nothing was written then
     */
    <T> T write(Function<Handle, T> work);

    /**
     * Reads from one state of the database.
     *
     * @param <T> what the reading gives
     * @throws CommonsException if the database fails
     */
    <T> T read(Function<Handle, T> work);

    @Override
    void close();
}
