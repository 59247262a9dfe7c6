package org.plateau.commons;

import javax.sql.DataSource;
import org.flywaydb.core.api.FlywayException;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** How a PostgreSQL schema gets the tables of this version of Plateau. */
final class PostgresSchema {
    /**
     * Waits until no other transaction writes the current schema's commons. Advisory locks belong to a database, so the second
     * number tells its schemas apart; two whose numbers are equal only wait for each other.
     */
    static final String WRITERS_LOCK =
            "SELECT pg_advisory_xact_lock(x'504c5455'::int, hashtext(current_schema()::text))";

    private static final String MIGRATION_LOCK =
            "SELECT pg_advisory_lock(x'504c5456'::int, hashtext(current_schema()::text))";

    private final PostgresAddress address;
    private final DataSource source;

    PostgresSchema(PostgresAddress address, DataSource source) {
        this.address = address;
        this.source = source;
    }

    /**
     * Makes or migrates the tables where that is needed. Processes that do so at the same time take turns.
     *
     * @throws CommonsException if the schema holds something else, or tables of a newer Plateau
     */
    void bringUpToDate() {
        Jdbi.create(source).useHandle(handle -> {
            requireUsable(handle);
            if (version(handle) == Schema.VERSION) {
                return;
            }
            // Ends with the connection.
            handle.createQuery(MIGRATION_LOCK).mapToMap().list();
            if (version(handle) < Schema.VERSION) {
                migrate();
            }
        });
    }

    private void requireUsable(Handle handle) {
        String encoding = text(handle, "SHOW server_encoding");
        if (!encoding.equals("UTF8")) {
            throw new CommonsException("%s keeps text as %s; a commons needs a database made with createdb -E UTF8"
                    .formatted(address, encoding));
        }
        if (text(handle, "SELECT coalesce(current_schema(), '')").isEmpty()) {
            throw new CommonsException(
                    "%s: there is no such schema; make it with CREATE SCHEMA, or leave currentSchema out"
                            .formatted(address));
        }
    }

    /** The version of the tables, 0 where there are none. */
    private int version(Handle handle) {
        if (number(handle, tables("schema_version")) == 0) {
            if (number(
                            handle,
                            "SELECT count(*) FROM pg_tables WHERE schemaname = current_schema()"
                                    + " AND tablename <> 'flyway_schema_history'")
                    > 0) {
                throw new CommonsException(
                        "%s has other tables, but no commons; name an empty database, or with ?currentSchema=NAME an empty schema"
                                .formatted(address));
            }
            return 0;
        }
        int version = number(handle, "SELECT version FROM schema_version");
        if (version > Schema.VERSION) {
            throw new CommonsException(
                    "%s was written by a newer Plateau: its schema is %d, and this one knows up to %d"
                            .formatted(address, version, Schema.VERSION));
        }
        return version;
    }

    private void migrate() {
        try {
            Schema.migrate(source, Dialect.POSTGRESQL);
        } catch (FlywayException e) {
            throw PostgresFailure.explained(address.name(), e);
        }
    }

    private static String tables(String name) {
        return "SELECT count(*) FROM pg_tables WHERE schemaname = current_schema() AND tablename = '" + name + "'";
    }

    private static int number(Handle handle, String sql) {
        return handle.createQuery(sql).mapTo(Integer.class).one();
    }

    private static String text(Handle handle, String sql) {
        return handle.createQuery(sql).mapTo(String.class).one();
    }
}
