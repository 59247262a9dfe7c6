package org.plateau.commons;

import java.nio.file.Path;
import java.util.Optional;

/** Where a commons is. */
public sealed interface CommonsPlace {
    /** The database and its store, for messages: never with a password. */
    String name();

    /**
     * A database {@code NAME.db} with the folder {@code NAME.store} beside it.
     *
     * @param database the file
     */
    record SqliteFile(Path database) implements CommonsPlace {
        @Override
        public String name() {
            return database.toString();
        }
    }

    /**
     * A schema of a PostgreSQL server, with a store folder that all who use it see.
     *
     * @param url as the driver takes it, {@code jdbc:postgresql://host:5432/database?user=name}; where it has no password, that is
     *     taken from {@code PGPASSWORD} or {@code ~/.pgpass}
     * @param store folder of the record trails
     */
    record PostgresServer(String url, Path store) implements CommonsPlace {
        @Override
        public String name() {
            return PostgresAddress.of(url).name();
        }

        @Override
        public String toString() {
            return "%s with %s".formatted(name(), store);
        }
    }

    /** Whether a text names a PostgreSQL server rather than a file. */
    static boolean isServer(String text) {
        return text.startsWith(PostgresAddress.PREFIX);
    }

    /** The same text without a password, to be kept in a file. */
    static String withoutPassword(String text) {
        return isServer(text)
                ? text.replaceAll("(?<=[?&])\\w*password=[^&]*&?", "").replaceAll("[?&]$", "")
                : text;
    }

    /**
     * Reads what a user says.
     *
     * @param text a file, or {@code jdbc:postgresql:…}
     * @param store folder of the record trails, which a server needs and a file has beside it
     * @throws CommonsException if a server comes without a store, or with an address that is none
     */
    static CommonsPlace of(String text, Optional<Path> store) {
        if (!isServer(text)) {
            return new SqliteFile(Path.of(text));
        }
        PostgresAddress address = PostgresAddress.of(text);
        return new PostgresServer(
                text,
                store.orElseThrow(() -> new CommonsException(
                        "The commons %s needs a folder for its record trails: say --store DIR, or set PLATEAU_STORE"
                                .formatted(address.name()))));
    }
}
