package org.plateau.commons;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Schemas on the PostgreSQL server of the tests, which go with the process. */
final class TestSchemas {
    private static final List<String> MADE = new ArrayList<>();

    private TestSchemas() {}

    /** A new one's name. */
    static synchronized String make(String server) {
        String schema = "plateau_test_" + UUID.randomUUID().toString().replace("-", "");
        execute(server, "CREATE SCHEMA " + schema);
        if (MADE.isEmpty()) {
            Runtime.getRuntime().addShutdownHook(new Thread(() -> dropAll(server)));
        }
        MADE.add(schema);
        return schema;
    }

    private static synchronized void dropAll(String server) {
        // One at a time: a transaction may hold only so many locks.
        MADE.forEach(schema -> execute(server, "DROP SCHEMA IF EXISTS " + schema + " CASCADE"));
    }

    static void execute(String url, String sql) {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new AssertionError(sql, e);
        }
    }
}
