package org.plateau.commons;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.flywaydb.core.Flyway;

/** Makes databases as the first version of the schema had them, out of those of today. */
final class FirstSchema {
    private static final List<String> TABLES = List.of(
            "ledger",
            "searches",
            "datasets",
            "architectures",
            "networks",
            "attempts",
            "curves",
            "forecasts",
            "verdicts");

    private FirstSchema() {}

    /** Fills a database that has no tables yet with what another one holds. */
    static void copy(TestCommons today, TestCommons empty) throws SQLException {
        boolean server = CommonsPlace.isServer(empty.text());
        Dialect dialect = server ? Dialect.POSTGRESQL : Dialect.SQLITE;
        Flyway.configure(FirstSchema.class.getClassLoader())
                .dataSource(empty.url(), null, null)
                .locations("classpath:org/plateau/commons/migrations/" + dialect.folder())
                .target("1")
                .loggers("slf4j")
                .load()
                .migrate();
        try (Connection connection = DriverManager.getConnection(empty.url());
                Statement statement = connection.createStatement()) {
            String other = "today";
            if (server) {
                other = today.url().replaceFirst(".*currentSchema=", "");
            } else {
                statement.execute("ATTACH '%s' AS today".formatted(today.text()));
                statement.execute("PRAGMA journal_mode = WAL");
            }
            for (String table : TABLES) {
                String columns = String.join(", ", columns(statement, table));
                statement.execute("DELETE FROM " + table);
                statement.execute("INSERT INTO %s (%s) %s SELECT %s FROM %s.%s"
                        .formatted(table, columns, server ? "OVERRIDING SYSTEM VALUE" : "", columns, other, table));
            }
        }
    }

    private static List<String> columns(Statement statement, String table) throws SQLException {
        List<String> columns = new ArrayList<>();
        try (ResultSet nothing = statement.executeQuery("SELECT * FROM %s WHERE 1 = 0".formatted(table))) {
            for (int i = 1; i <= nothing.getMetaData().getColumnCount(); i++) {
                columns.add(nothing.getMetaData().getColumnName(i));
            }
        }
        return columns;
    }
}
