package org.plateau.commons;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Everything that a commons' database says, in an order and with names that do not depend on how it came in. */
final class Dump {
    private static final Map<String, String> TABLES = Map.of(
            "searches", "SELECT id, name FROM searches",
            "datasets", "SELECT fingerprint, name, properties FROM datasets",
            "architectures", "SELECT * FROM architectures",
            "networks", """
                    SELECT searches.id, datasets.fingerprint, datasets.name, networks.* FROM networks
                    JOIN searches ON searches.key = networks.search JOIN datasets ON datasets.key = networks.dataset
                    """,
            "attempts", "SELECT networks.id, attempts.* FROM attempts JOIN networks ON networks.key = network",
            "curves", "SELECT networks.id, curves.* FROM curves JOIN networks ON networks.key = network",
            "forecasts", "SELECT networks.id, forecasts.* FROM forecasts JOIN networks ON networks.key = network",
            "verdicts", "SELECT networks.id, verdicts.* FROM verdicts JOIN networks ON networks.key = network");
    private static final List<String> KEYS = List.of("key", "search", "dataset", "network");

    private Dump() {}

    /** The sorted rows of every table. */
    static Map<String, List<String>> of(String url) {
        Map<String, List<String>> dump = new TreeMap<>();
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            for (Map.Entry<String, String> table : TABLES.entrySet()) {
                try (ResultSet rows = statement.executeQuery(table.getValue())) {
                    dump.put(table.getKey(), rows(rows));
                }
            }
            return dump;
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    private static List<String> rows(ResultSet rows) throws SQLException {
        List<String> texts = new ArrayList<>();
        while (rows.next()) {
            List<String> fields = new ArrayList<>();
            for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                String name = rows.getMetaData().getColumnName(i);
                if (!KEYS.contains(name)) {
                    Object value = rows.getObject(i);
                    fields.add(name + "=" + text(value));
                }
            }
            texts.add(String.join("|", fields));
        }
        return texts.stream().sorted().toList();
    }

    /** The same in every dialect. */
    private static Object text(@Nullable Object value) {
        if (value instanceof byte[] bytes) {
            return HexFormat.of().formatHex(bytes);
        }
        if (value instanceof Boolean flag) {
            return flag ? 1 : 0;
        }
        return String.valueOf(value);
    }
}
