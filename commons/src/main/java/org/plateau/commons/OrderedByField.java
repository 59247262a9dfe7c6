package org.plateau.commons;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.plateau.commons.query.Condition;
import org.plateau.commons.query.Cursor;
import org.plateau.commons.query.Field;
import org.plateau.commons.query.Indexes;
import org.plateau.commons.query.Operand;
import org.plateau.commons.query.Operand.Constant;
import org.plateau.commons.query.SqlCondition;
import org.plateau.commons.query.Type;

/**
 * Finds the first networks in the order of a field.
 *
 * <p>Where many networks fulfil the condition, going through them in order until enough are found is fastest; where few do, it
 * is their indexes. Which it is shows when the first ones are gone through. PostgreSQL then decides by its statistics. SQLite
 * has none, so the parts of the condition are counted, and the rarest one is looked up.
 */
final class OrderedByField {
    /** Networks to go through in order, before the condition's own indexes are asked. */
    private static final int FIRST = 4_000;

    /** A part of the condition is rare if no more networks fulfil it. */
    private static final int RARE = 10_000;

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
            if (Indexes.order(field)) {
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
        String where = sql.where(condition);
        if (Dialect.of(handle) == Dialect.SQLITE) {
            Optional<Condition> rare = rarest();
            where = rare.map(part -> sql.where(part) + " AND ").orElse("") + sql.whereUnindexed(condition);
            // What has a sign is not looked up in an index.
            value = rare.isPresent() ? "+" + value : value;
        }
        String found =
                "SELECT networks.key, %s AS value FROM networks WHERE %s AND %s IS NOT NULL%s ORDER BY %s, networks.key %s LIMIT %d"
                        .formatted(value, where, value, after(sql, value, after), directed(value), direction(), limit);
        return places(sql, found);
    }

    /** The part of the condition that the fewest networks fulfil, if these are few and found by an index. */
    private Optional<Condition> rarest() {
        Map<Condition, Integer> counts = new HashMap<>();
        List<Condition> parts = parts(condition).filter(Indexes::find).toList();
        for (Condition part : parts) {
            SqlCondition sql = new SqlCondition(Dialect.of(handle));
            String some = "SELECT 1 FROM networks WHERE %s LIMIT %d".formatted(sql.where(part), RARE + 1);
            counts.put(
                    part,
                    sql.bind(handle.createQuery("SELECT count(*) FROM (" + some + ")"))
                            .mapTo(Integer.class)
                            .one());
        }
        return parts.stream()
                .filter(part -> counts.getOrDefault(part, 0) <= RARE)
                .min(Comparator.comparing(part -> counts.getOrDefault(part, 0)));
    }

    private static Stream<Condition> parts(Condition condition) {
        return condition instanceof Condition.All all
                ? all.conditions().stream().flatMap(OrderedByField::parts)
                : Stream.of(condition);
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
