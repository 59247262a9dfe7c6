package org.plateau.commons;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.function.Function;
import java.util.function.Supplier;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/**
 * The SQLite file: its schema, one connection that writes, and a connection for each reading. Processes of one host may use
 * it together; writing takes turns. Thread-safe.
 */
final class Database implements AutoCloseable {
    /** The newest migration; every migration sets {@code user_version} to its number. */
    static final int SCHEMA = 1;

    private static final int APPLICATION = 0x504c5455;
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Object CREATION = new Object();

    private final Path file;
    private final Jdbi jdbi;
    private final Handle writer;

    private Database(Path file, Jdbi jdbi, Handle writer) {
        this.file = file;
        this.jdbi = jdbi;
        this.writer = writer;
    }

    /**
     * Opens the file, and makes or migrates it where that is needed.
     *
     * @param lock file that processes lock while one of them does so
     */
    static Database open(Path file, Path lock) {
        SQLiteDataSource source = source(file);
        return translating(file, () -> {
            Jdbi jdbi = Jdbi.create(source);
            Handle handle = jdbi.open();
            try {
                if (schema(file, handle) < SCHEMA) {
                    migrate(file, source, handle, lock);
                }
                return new Database(file, jdbi, handle);
            } catch (RuntimeException e) {
                handle.close();
                throw e;
            }
        });
    }

    /**
     * Does work in one transaction that holds the write lock from its first moment.
     *
     * @param <T> what the work gives
     */
    synchronized <T> T write(Function<Handle, T> work) {
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

    /**
     * Reads from one state of the database.
     *
     * @param <T> what the reading gives
     */
    <T> T read(Function<Handle, T> work) {
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
        source.setUrl("jdbc:sqlite:" + file);
        return source;
    }

    private static int schema(Path file, Handle handle) {
        int version = number(handle, "PRAGMA user_version");
        int application = number(handle, "PRAGMA application_id");
        boolean used = number(
                        handle,
                        "SELECT count(*) FROM sqlite_master WHERE type = 'table' AND name <> 'flyway_schema_history'")
                > 0;
        if (used && application != APPLICATION) {
            throw new CommonsException(file + " is an SQLite database, but no commons");
        }
        if (version > SCHEMA) {
            throw new CommonsException(
                    "%s was written by a newer Plateau: its schema is %d, and this one knows up to %d"
                            .formatted(file, version, SCHEMA));
        }
        return version;
    }

    private static void migrate(Path file, SQLiteDataSource source, Handle handle, Path lock) {
        synchronized (CREATION) {
            try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    FileLock held = channel.lock()) {
                if (held.isValid() && schema(file, handle) < SCHEMA) {
                    handle.createQuery("PRAGMA journal_mode = WAL")
                            .mapTo(String.class)
                            .one();
                    Flyway.configure(Database.class.getClassLoader())
                            .dataSource(source)
                            .locations("classpath:org/plateau/commons/migrations")
                            .failOnMissingLocations(true)
                            .loggers("slf4j")
                            .load()
                            .migrate();
                }
            } catch (IOException e) {
                throw new CommonsException("Cannot write %s: %s".formatted(lock, e), e);
            } catch (FlywayException e) {
                throw new CommonsException("Cannot make the tables of %s: %s".formatted(file, e.getMessage()), e);
            }
        }
    }

    private static int number(Handle handle, String sql) {
        return handle.createQuery(sql).mapTo(Integer.class).one();
    }

    private static <T> T translating(Path file, Supplier<T> work) {
        try {
            return work.get();
        } catch (JdbiException e) {
            throw SqliteFailure.explained(file, e);
        }
    }
}
