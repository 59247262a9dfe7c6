package org.plateau.commons;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import javax.sql.DataSource;
import org.flywaydb.core.api.FlywayException;
import org.jdbi.v3.core.Handle;

/** How an SQLite file gets the tables of this version of Plateau. */
final class SqliteSchema {
    /** What {@code application_id} is in a commons. */
    private static final int APPLICATION = 0x504c5455;

    private static final Object MIGRATION = new Object();

    private final Path file;
    private final Handle handle;
    private final DataSource source;

    SqliteSchema(Path file, Handle handle, DataSource source) {
        this.file = file;
        this.handle = handle;
        this.source = source;
    }

    /**
     * Makes or migrates the tables where that is needed. Flyway is not even loaded where it is not: it costs more than all
     * other work of a short command.
     *
     * @param lock file that processes lock while one of them does so
     * @throws CommonsException if the database is no commons, or newer
     */
    void bringUpToDate(Path lock) {
        if (version() == Schema.VERSION) {
            return;
        }
        synchronized (MIGRATION) {
            try {
                Files.createDirectories(lock.resolveSibling(".").normalize());
                try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                        FileLock held = channel.lock()) {
                    if (held.isValid() && version() < Schema.VERSION) {
                        migrate();
                    }
                }
            } catch (IOException e) {
                throw new CommonsException("Cannot make the commons %s: %s".formatted(file, e), e);
            }
        }
    }

    private int version() {
        // Every migration sets it to its number.
        int version = number("PRAGMA user_version");
        int application = number("PRAGMA application_id");
        int tables =
                number("SELECT count(*) FROM sqlite_master WHERE type = 'table' AND name <> 'flyway_schema_history'");
        if (tables > 0 && application != APPLICATION) {
            throw new CommonsException(file + " is an SQLite database, but no commons");
        }
        if (version > Schema.VERSION) {
            throw new CommonsException(
                    "%s was written by a newer Plateau: its schema is %d, and this one knows up to %d"
                            .formatted(file, version, Schema.VERSION));
        }
        return version;
    }

    private void migrate() {
        handle.createQuery("PRAGMA journal_mode = WAL").mapTo(String.class).one();
        try {
            Schema.migrate(source, Dialect.SQLITE);
        } catch (FlywayException e) {
            throw SqliteFailure.explained(file, e);
        }
    }

    private int number(String sql) {
        return handle.createQuery(sql).mapTo(Integer.class).one();
    }
}
