package org.plateau.commons;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A commons on some database, and what tests do to one from outside.
 *
 * @param text what a user says after {@code --commons}
 * @param url for JDBC
 * @param store folder of the trails
 */
record TestCommons(String text, String url, Path store) {
    private static final List<String> TABLES = List.of(
            "ledger",
            "searches",
            "datasets",
            "dataset_properties",
            "architectures",
            "trainings",
            "graphs",
            "graph_labels",
            "graph_segments",
            "networks",
            "attempts",
            "curves",
            "curve_segments",
            "curve_columns",
            "uncovered_curves",
            "forecasts",
            "verdicts",
            "annotations",
            "tags",
            "parents",
            "network_text");

    static TestCommons sqlite(Path folder, String name) {
        Path file = folder.resolve(name + ".db");
        return new TestCommons(file.toString(), "jdbc:sqlite:" + file, folder.resolve(name + ".store"));
    }

    static TestCommons postgres(String server, Path folder, String name) {
        String url = server + (server.contains("?") ? "&" : "?") + "currentSchema=" + TestSchemas.make(server);
        return new TestCommons(url, url, folder.resolve(name + ".store"));
    }

    /** The same database with another store. */
    TestCommons with(Path otherStore) {
        return new TestCommons(text, url, otherStore);
    }

    /** As a process of the tests gets it. */
    static CommonsPlace place(String text, String store) {
        return CommonsPlace.of(text, Optional.of(Path.of(store)));
    }

    CommonsPlace place() {
        return place(text, store.toString());
    }

    CommonsStore open() {
        return Commons.open(place());
    }

    Map<String, List<String>> dump() {
        return Dump.all(url);
    }

    /** The first column of what a query finds. */
    List<String> texts(String sql) {
        try (Connection connection = DriverManager.getConnection(url);
                ResultSet rows = connection.createStatement().executeQuery(sql)) {
            List<String> texts = new ArrayList<>();
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
            return texts;
        } catch (SQLException e) {
            throw new AssertionError(sql, e);
        }
    }

    List<Integer> numbers(String sql) {
        return texts(sql).stream().map(Integer::parseInt).toList();
    }

    Path trail(String network) {
        return store.resolve("trails")
                .resolve(network.substring(0, 2))
                .resolve(network)
                .resolve("1.jsonl");
    }

    private boolean isFile() {
        return !CommonsPlace.isServer(text);
    }

    /** Remembers the database as it is. */
    void keep() {
        if (isFile()) {
            copy(Path.of(text), Path.of(text + ".kept"));
        } else {
            TABLES.forEach(
                    table -> TestSchemas.execute(url, "CREATE TABLE kept_%s AS TABLE %s".formatted(table, table)));
        }
    }

    /** Makes the database what it was when it was kept, as someone does who brings back a copy. */
    void bringBack() {
        if (isFile()) {
            copy(Path.of(text + ".kept"), Path.of(text));
        } else {
            TestSchemas.execute(url, "TRUNCATE " + String.join(", ", TABLES));
            TABLES.forEach(table -> TestSchemas.execute(
                    url, "INSERT INTO %s OVERRIDING SYSTEM VALUE SELECT * FROM kept_%s".formatted(table, table)));
        }
    }

    /** Takes the database away. */
    void lose() {
        try {
            if (isFile()) {
                Files.delete(Path.of(text));
            } else {
                String schema = url.replaceFirst(".*currentSchema=", "");
                TestSchemas.execute(url, "DROP SCHEMA %s CASCADE; CREATE SCHEMA %s".formatted(schema, schema));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void copy(Path from, Path to) {
        try {
            Files.copy(from, to, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
