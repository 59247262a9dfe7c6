package org.plateau.benchmarks;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;

/**
 * A schema of its own on the PostgreSQL server that {@code PLATEAU_TEST_POSTGRES} names, gone when it is closed.
 *
 * @param server address of the server
 * @param name of the schema
 */
record ScratchSchema(String server, String name) implements AutoCloseable {
    /** Makes one, where there is a server. */
    static Optional<ScratchSchema> make() {
        Optional<String> server = Optional.ofNullable(System.getenv("PLATEAU_TEST_POSTGRES"));
        return server.map(url -> {
            ScratchSchema schema = new ScratchSchema(
                    url, "plateau_benchmark_" + ProcessHandle.current().pid());
            schema.execute("CREATE SCHEMA " + schema.name());
            return schema;
        });
    }

    /** The address of the schema. */
    String url() {
        return server + (server.contains("?") ? "&" : "?") + "currentSchema=" + name;
    }

    /** Lets the server look at its tables at once, which it does by itself within minutes. */
    void analyze() {
        execute("ANALYZE %s.network_text".formatted(name));
        execute("ANALYZE %s.networks".formatted(name));
    }

    @Override
    public void close() {
        execute("DROP SCHEMA " + name + " CASCADE");
    }

    private void execute(String sql) {
        try (Connection connection = DriverManager.getConnection(server);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException("The server says no to " + sql, e);
        }
    }
}
