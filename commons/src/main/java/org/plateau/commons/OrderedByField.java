package org.plateau.commons;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.plateau.commons.query.Condition;
import org.plateau.commons.query.Cursor;
import org.plateau.commons.query.Field;
import org.plateau.commons.query.Operand;
import org.plateau.commons.query.Operand.Constant;
import org.plateau.commons.query.SqlCondition;
import org.plateau.commons.query.Type;

/**
 * Finds the first networks in the order of a field.
 *
 * <p>Where many networks fulfil the condition, going through them in order until enough are found is fastest; where few do, it
 * is their indexes. Which it is shows when the first ones are gone through.
 */
final class OrderedByField {
    /** Networks to go through in order, before the condition's own indexes are asked. */
    private static final int FIRST = 20_000;

    private final Handle handle;
    private final Condition condition;
    private final Field field;
    private final boolean descending;

    /** @param condition whose atoms on curves and similarity have become sets */
    OrderedByField(Handle handle, Condition condition, Field field, boolean descending) {
        this.handle = handle;
        this.condition = condition;
        this.field = field;
        this.descending = descending;
    }

    /** At most so many networks, those after a cursor. */
    List<Place> find(Optional<Cursor> after, int limit) {
        List<Place> places = new ArrayList<>();
        if (after.isEmpty() || after.get().value().isPresent()) {
            if (field.table() == Field.Table.NETWORKS && field.entry().isEmpty()) {
                places.addAll(amongFirst(after, limit));
            }
            if (places.size() < limit) {
                places.clear();
                places.addAll(amongAll(after, limit));
            }
        }
        if (places.size() < limit) {
            places.addAll(withoutValue(after, limit - places.size()));
        }
        return places;
    }

    private List<Place> amongFirst(Optional<Cursor> after, int limit) {
        SqlCondition sql = new SqlCondition(Dialect.of(handle));
        String value = sql.value(field);
        String order = " ORDER BY %s, networks.key %s".formatted(directed(value), direction());
        String first = "SELECT * FROM networks WHERE %s IS NOT NULL%s%s LIMIT %d"
                .formatted(value, after(sql, value, after), order, FIRST);
        String found = "SELECT networks.key, %s AS value FROM (%s) AS networks WHERE %s%s LIMIT %d"
                .formatted(value, first, sql.where(condition), order, limit);
        return places(sql, found);
    }

    private List<Place> amongAll(Optional<Cursor> after, int limit) {
        SqlCondition sql = new SqlCondition(Dialect.of(handle));
        String value = sql.value(field);
        // SQLite uses an index on what has a sign for nothing, and so is free to use those of the condition.
        String unindexed = Dialect.of(handle) == Dialect.SQLITE ? "+" + value : value;
        String found =
                "SELECT networks.key, %s AS value FROM networks WHERE %s AND %s IS NOT NULL%s ORDER BY %s, networks.key %s LIMIT %d"
                        .formatted(
                                value,
                                sql.where(condition),
                                unindexed,
                                after(sql, unindexed, after),
                                directed(unindexed),
                                direction(),
                                limit);
        return places(sql, found);
    }

    private List<Place> withoutValue(Optional<Cursor> after, int limit) {
        SqlCondition sql = new SqlCondition(Dialect.of(handle));
        String value = sql.value(field);
        String rest = after.filter(cursor -> cursor.value().isEmpty())
                .map(cursor -> " AND networks.key %s %s".formatted(beyond(), sql.bound(cursor.key())))
                .orElse("");
        String found =
                "SELECT networks.key, %s AS value FROM networks WHERE %s AND %s IS NULL%s ORDER BY networks.key %s LIMIT %d"
                        .formatted(value, sql.where(condition), value, rest, direction(), limit);
        return places(sql, found);
    }

    private List<Place> places(SqlCondition sql, String found) {
        return sql.bind(handle.createQuery(found))
                .map((row, context) -> new Place(row.getLong("key"), constant(row)))
                .list();
    }

    private Optional<Constant> constant(ResultSet row) throws SQLException {
        Object value = row.getObject("value");
        if (value == null) {
            return Optional.empty();
        }
        if (field.type() == Type.TEXT) {
            return Optional.of(new Operand.Text(value.toString()));
        }
        Number number = (Number) value;
        return Optional.of(
                number instanceof Double || number instanceof Float
                        ? new Operand.Real(number.doubleValue())
                        : new Operand.Whole(number.longValue(), field.type()));
    }

    private String after(SqlCondition sql, String value, Optional<Cursor> after) {
        if (after.isEmpty()) {
            return "";
        }
        String last = sql.bound(after.get().value().orElseThrow());
        return " AND (%s %s %s OR (%s = %s AND networks.key %s %s))"
                .formatted(
                        value,
                        beyond(),
                        last,
                        value,
                        last,
                        beyond(),
                        sql.bound(after.get().key()));
    }

    private String directed(String value) {
        return value + " " + direction();
    }

    private String direction() {
        return descending ? "DESC" : "ASC";
    }

    private String beyond() {
        return descending ? "<" : ">";
    }
}
