package org.plateau.commons;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import org.jdbi.v3.core.Handle;
import org.plateau.commons.query.Condition;
import org.plateau.commons.query.Cursor;
import org.plateau.commons.query.Operand;
import org.plateau.commons.query.SqlCondition;

/** Finds the first networks in the order of a number that stands in no column. */
final class OrderedByFunction {
    private final Handle handle;
    private final Condition condition;
    private final double[] values;
    private final Comparator<Ranked> order;

    /**
     * @param condition whose atoms on curves and similarity have become sets
     * @param values by the networks' keys, NaN where there is none
     */
    OrderedByFunction(Handle handle, Condition condition, double[] values, boolean descending) {
        this.handle = handle;
        this.condition = condition;
        this.values = values;
        Comparator<Ranked> byValue = Comparator.comparingDouble(Ranked::value);
        Comparator<Ranked> byKey = Comparator.comparingLong(Ranked::key);
        Comparator<Ranked> ascending = byValue.thenComparing(byKey);
        this.order = Comparator.<Ranked, Boolean>comparing(ranked -> Double.isNaN(ranked.value()))
                .thenComparing(descending ? ascending.reversed() : ascending);
    }

    /** Zeros have one sign, as they have in SQL. */
    private record Ranked(long key, double value) {}

    /** At most so many networks, those after a cursor. */
    List<Place> find(Optional<Cursor> after, int limit) {
        Optional<Ranked> last = after.map(cursor -> new Ranked(
                cursor.key(),
                cursor.value().map(value -> ((Operand.Real) value).value()).orElse(Double.NaN)));
        PriorityQueue<Ranked> first = new PriorityQueue<>(order.reversed());
        SqlCondition sql = new SqlCondition(Dialect.of(handle));
        sql.bind(handle.createQuery("SELECT networks.key FROM networks WHERE " + sql.where(condition)))
                .setFetchSize(10_000)
                .mapTo(Long.class)
                .forEach(key -> {
                    Ranked ranked = new Ranked(key, values[key.intValue()] + 0.0);
                    if (last.isEmpty() || order.compare(ranked, last.get()) > 0) {
                        first.add(ranked);
                        if (first.size() > limit) {
                            first.remove();
                        }
                    }
                });
        return first.stream().sorted(order).map(OrderedByFunction::place).toList();
    }

    private static Place place(Ranked ranked) {
        Optional<Operand.Constant> value =
                Double.isNaN(ranked.value()) ? Optional.empty() : Optional.of(new Operand.Real(ranked.value()));
        return new Place(ranked.key(), value);
    }
}
