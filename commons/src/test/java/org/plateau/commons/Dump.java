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
    private static final Map<String, String> TABLES = Map.ofEntries(
            Map.entry("searches", "SELECT id, name FROM searches"),
            Map.entry("datasets", "SELECT fingerprint, name, properties FROM datasets"),
            Map.entry("dataset_properties", """
                    SELECT fingerprint, datasets.name AS dataset_name, dataset_properties.* FROM dataset_properties
                    JOIN datasets ON datasets.key = dataset_properties.dataset
                    """),
            Map.entry("architectures", "SELECT * FROM architectures"),
            Map.entry("networks", """
                    SELECT searches.id, datasets.fingerprint, datasets.name, networks.* FROM networks
                    JOIN searches ON searches.key = networks.search JOIN datasets ON datasets.key = networks.dataset
                    """),
            Map.entry(
                    "annotations",
                    "SELECT annotations.key AS uuid, annotations.network AS about, annotations.* FROM annotations"),
            Map.entry("tags", of("tags")),
            Map.entry("parents", of("parents")),
            Map.entry("attempts", of("attempts")),
            Map.entry("curves", of("curves")),
            Map.entry("forecasts", of("forecasts")),
            Map.entry("verdicts", of("verdicts")));
    private static final List<String> KEYS = List.of("key", "search", "dataset", "network", "graph", "training");

    private Dump() {}

    private static String of(String table) {
        return "SELECT networks.id, %s.* FROM %s JOIN networks ON networks.key = network".formatted(table, table);
    }

    /** The sorted rows of every table. */
    static Map<String, List<String>> all(String url) {
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
