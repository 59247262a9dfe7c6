package org.plateau.commons;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.plateau.formats.json.PlateauJson;

/** How values stand in the database's columns: NaN as NULL, instants as milliseconds, lists and maps as JSON. */
final class Columns {
    private Columns() {}

    static double number(ResultSet row, String column) throws SQLException {
        double value = row.getDouble(column);
        return row.wasNull() ? Double.NaN : value;
    }

    /** NaN as NULL. */
    static @Nullable Double nullable(double value) {
        return Double.isNaN(value) ? null : value;
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        return Instant.ofEpochMilli(row.getLong(column));
    }

    static <E extends Enum<E>> E constant(ResultSet row, String column, Class<E> type) throws SQLException {
        return Enum.valueOf(type, row.getString(column).toUpperCase(Locale.ROOT));
    }

    static String name(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    static <T> T json(ResultSet row, String column, TypeReference<T> type) throws SQLException {
        String text = row.getString(column);
        try {
            return PlateauJson.mapper().readValue(text, type);
        } catch (JsonProcessingException e) {
            throw new CommonsException("The commons holds %s in column %s".formatted(text, column), e);
        }
    }

    static String json(Object value) {
        try {
            return PlateauJson.mapper().writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new CommonsException("A value of %s has no JSON form".formatted(value.getClass()), e);
        }
    }
}
