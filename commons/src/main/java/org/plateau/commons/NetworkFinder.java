package org.plateau.commons;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.plateau.commons.columns.CurveAtoms;
import org.plateau.commons.columns.CurveValues;
import org.plateau.commons.query.Condition;
import org.plateau.commons.query.Condition.Atom;
import org.plateau.commons.query.Cursor;
import org.plateau.commons.query.Operand;
import org.plateau.commons.query.SqlCondition;
import org.plateau.commons.query.Type;
import org.plateau.commons.similar.SimilarGraphs;

/** Answers searches, from one state of the database. */
final class NetworkFinder {
    private final Handle handle;
    private final Map<String, double[]> similarities = new HashMap<>();

    NetworkFinder(Handle handle) {
        this.handle = handle;
    }

    NetworkPage find(NetworkSearch search) {
        int question = Cursor.question(search.whole(), search.order());
        Optional<Cursor> after = search.after().map(text -> Cursor.parse(text, question));
        List<Place> places = places(search, after);
        boolean more = places.size() > search.limit();
        List<Place> page = more ? places.subList(0, search.limit()) : places;
        Optional<String> next = more
                ? Optional.of(page.get(page.size() - 1))
                        .map(place -> new Cursor(question, place.value(), place.key()).text())
                : Optional.empty();
        return new NetworkPage(found(search, page), next);
    }

    /** One more than asked for, where there are more. */
    private List<Place> places(NetworkSearch search, Optional<Cursor> after) {
        Condition condition = search.whole().map(this::solved);
        Operand by = search.order().by();
        boolean descending = search.order().descending();
        int limit = search.limit() == Integer.MAX_VALUE ? search.limit() : search.limit() + 1;
        return by instanceof Operand.Recorded recorded
                ? new OrderedByField(handle, condition, recorded.field(), descending).find(after, limit)
                : new OrderedByFunction(handle, condition, values(by), descending).find(after, limit);
    }

    private Condition solved(Atom atom) {
        if (CurveAtoms.isOne(atom)) {
            return new CurveAtoms(handle).solved(atom);
        }
        return atom.operand() instanceof Operand.SimilarTo similar
                ? SimilarGraphs.solved(atom, similarities(similar.id()))
                : atom;
    }

    private double[] similarities(String id) {
        return similarities.computeIfAbsent(id, said -> new SimilarGraphs(handle)
                .to(new NetworkListing(handle).find(said).key()));
    }

    /** By the networks' keys. */
    private double[] values(Operand operand) {
        CurveValues curves = new CurveValues(handle);
        if (operand instanceof Operand.OfCurve function) {
            return curves.of(function);
        }
        double[] ofGraphs = similarities(((Operand.SimilarTo) operand).id());
        double[] values = new double[curves.size()];
        handle.createQuery("SELECT key, graph FROM networks WHERE graph IS NOT NULL")
                .setFetchSize(10_000)
                .map((row, context) -> {
                    int key = row.getInt("key");
                    values[key] = ofGraphs[row.getInt("graph")];
                    return key;
                })
                .forEach(key -> {});
        return values;
    }

    private List<NetworkPage.Found> found(NetworkSearch search, List<Place> places) {
        SqlCondition sql = new SqlCondition(Dialect.of(handle));
        List<Operand> operands =
                search.columns().stream().map(column -> column.operand()).toList();
        StringBuilder values = new StringBuilder();
        for (int i = 0; i < operands.size(); i++) {
            if (operands.get(i) instanceof Operand.Recorded recorded) {
                values.append(", %s AS v%d".formatted(sql.value(recorded.field()), i));
            }
        }
        String select = SummaryRow.SELECT.replaceFirst("networks\\.\\*", "networks.*" + values);
        Map<Long, NetworkPage.Found> byKey = new HashMap<>();
        for (int begin = 0; begin < places.size(); begin += 1000) {
            String keys = places.subList(begin, Math.min(places.size(), begin + 1000)).stream()
                    .map(place -> Long.toString(place.key()))
                    .collect(Collectors.joining(", "));
            sql.bind(handle.createQuery(select + " WHERE networks.key IN (" + keys + ")"))
                    .map((row, context) -> Map.entry(row.getLong("key"), found(row, operands)))
                    .forEach(found -> byKey.put(found.getKey(), found.getValue()));
        }
        return places.stream().map(place -> byKey.get(place.key())).toList();
    }

    private NetworkPage.Found found(ResultSet row, List<Operand> operands) throws SQLException {
        List<Optional<Object>> values = new ArrayList<>();
        for (int i = 0; i < operands.size(); i++) {
            Operand operand = operands.get(i);
            if (operand instanceof Operand.Recorded recorded) {
                Optional<Object> value = Optional.ofNullable(row.getObject("v" + i));
                values.add(
                        recorded.type() == Type.TIME
                                ? value.map(millis -> Instant.ofEpochMilli(((Number) millis).longValue()))
                                : value);
            } else {
                double number = number(operand, row.getLong("key"), row.getInt("graph"));
                values.add(Double.isNaN(number) ? Optional.empty() : Optional.of(number));
            }
        }
        return new NetworkPage.Found(SummaryRow.read(row), values);
    }

    private double number(Operand operand, long network, int graph) {
        return operand instanceof Operand.OfCurve function
                ? CurveValues.of(handle, function, network)
                : similarities(((Operand.SimilarTo) operand).id())[graph];
    }
}
