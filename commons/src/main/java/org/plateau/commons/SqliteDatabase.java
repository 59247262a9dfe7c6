package org.plateau.commons;

import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/**
 * A commons in an SQLite file: one connection that writes, and a connection for each reading. Processes of one host may use it
 * together.
 */
final class SqliteDatabase implements Database {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Path file;
    private final Jdbi jdbi;
    private final Handle writer;

    private SqliteDatabase(Path file, Jdbi jdbi, Handle writer) {
        this.file = file;
        this.jdbi = jdbi;
        this.writer = writer;
    }

    /**
     * Opens the file, and makes or migrates it where that is needed.
     *
     * @param lock file that processes lock while one of them does so
     */
    static SqliteDatabase open(Path file, Path lock) {
        SQLiteDataSource source = source(file);
        return translating(file, () -> {
            Jdbi jdbi = Dialect.SQLITE.spokenBy(Jdbi.create(source));
            Handle handle = jdbi.open();
            try {
                new SqliteSchema(file, handle, source).bringUpToDate(lock);
                return new SqliteDatabase(file, jdbi, handle.setStatementBuilder(new StatementCache()));
            } catch (RuntimeException e) {
                handle.close();
                throw e;
            }
        });
    }

    @Override
    public String name() {
        return file.toString();
    }

    /** Takes the file's only write lock at the first moment, so that nothing it reads can change before it writes. */
    @Override
    public synchronized <T> T write(Function<Handle, T> work) {
        return translating(file, () -> {
            writer.execute("BEGIN IMMEDIATE");
            try {
                T result = work.apply(writer);
                writer.execute("COMMIT");
                return result;
            } catch (RuntimeException e) {
                rollBack(e);
                throw e;
            }
        });
    }

    @Override
    public <T> T read(Function<Handle, T> work) {
        return translating(
                file,
                () -> jdbi.withHandle(handle -> {
                    handle.execute("BEGIN");
                    T result = work.apply(handle);
                    handle.execute("COMMIT");
                    return result;
                }));
    }

    @Override
    public synchronized void close() {
        writer.close();
    }

    private void rollBack(RuntimeException reason) {
        try {
            writer.execute("ROLLBACK");
        } catch (JdbiException e) {
            // SQLite has rolled back by itself where it could not write.
            reason.addSuppressed(e);
        }
    }

    private static SQLiteDataSource source(Path file) {
        SQLiteConfig config = new SQLiteConfig();
        config.setBusyTimeout(Math.toIntExact(PATIENCE.toMillis()));
        config.setSynchronous(SQLiteConfig.SynchronousMode.NORMAL);
        config.enforceForeignKeys(true);
        SQLiteDataSource source = new SQLiteDataSource(config);
        // As a URI, because sqlite-jdbc takes what follows a question mark in a plain path for settings.
        source.setUrl("jdbc:sqlite:" + file.toUri());
        return source;
    }

    private static <T> T translating(Path file, Supplier<T> work) {
        try {
            return work.get();
        } catch (JdbiException e) {
            throw SqliteFailure.explained(file, e);
        }
    }
}
