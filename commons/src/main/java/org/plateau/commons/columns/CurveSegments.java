package org.plateau.commons.columns;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/**
 * Keeps the columns of curves, within transactions that write.
 *
 * <p>A network whose curves changed is uncovered in the same transaction: questions read its own rows, until its segment is
 * written again. So what a question finds is true at every moment, whatever dies.
 */
public final class CurveSegments {
    /** The layout of a measure in a segment that stands in columns. */
    static final String COLUMNS = "columns";

    /** The layout of one that is read row by row. */
    static final String ROWS = "rows";

    /** A segment that is still growing is written when so many of its trained networks are uncovered. */
    private static final int GROWN = 512;

    /** A segment that was complete is written again when so many of its trained networks are uncovered. */
    private static final int CHANGED = 64;

    private final Handle handle;
    private final Set<Integer> touched = new TreeSet<>();

    public CurveSegments(Handle handle) {
        this.handle = handle;
    }

    /** Says that a network's curves are about to change. */
    public void uncover(long network) {
        handle.createUpdate("INSERT INTO uncovered_curves (network) VALUES (:network) ON CONFLICT DO NOTHING")
                .bind("network", network)
                .execute();
    }

    /** Says that a network trains no longer. */
    public void settled(long network) {
        int segment = CurveColumns.segment(network);
        touched.add(segment);
        if (segment > 0) {
            // It may have been left one network before it was full.
            touched.add(segment - 1);
        }
    }

    /** Writes those segments that have changed enough since networks settled. */
    public void write() {
        long last = handle.createQuery("SELECT coalesce(max(key), 0) FROM networks")
                .mapTo(Long.class)
                .one();
        touched.stream().filter(segment -> due(segment, last)).forEach(this::write);
        touched.clear();
    }

    /** Writes all segments in which a network is uncovered. */
    public void writeAll() {
        handle.createQuery("SELECT DISTINCT network / " + CurveColumns.NETWORKS + " FROM uncovered_curves")
                .mapTo(Integer.class)
                .list()
                .forEach(this::write);
    }

    private record Uncovered(int trained, int training) {}

    private boolean due(int segment, long last) {
        Uncovered uncovered = handle.createQuery("""
                        SELECT coalesce(sum(CASE WHEN networks.status = 'training' THEN 0 ELSE 1 END), 0) AS trained,
                            coalesce(sum(CASE WHEN networks.status = 'training' THEN 1 ELSE 0 END), 0) AS training
                        FROM uncovered_curves JOIN networks ON networks.key = uncovered_curves.network
                        WHERE uncovered_curves.network BETWEEN :first AND :last
                        """)
                .bind("first", first(segment))
                .bind("last", last(segment))
                .map((row, context) -> new Uncovered(row.getInt("trained"), row.getInt("training")))
                .one();
        if (uncovered.trained() >= GROWN) {
            return true;
        }
        if (last <= last(segment) || uncovered.trained() == 0) {
            return false;
        }
        return measures(segment).isEmpty() ? uncovered.training() == 0 : uncovered.trained() >= CHANGED;
    }

    private Set<String> measures(int segment) {
        return handle.createQuery("SELECT measure FROM curve_segments WHERE segment = :segment")
                .bind("segment", segment)
                .mapTo(String.class)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private void write(int segment) {
        for (String measure : measures(segment)) {
            for (String table : List.of("curve_columns", "curve_segments")) {
                handle.createUpdate("DELETE FROM " + table + " WHERE measure = :measure AND segment = :segment")
                        .bind("measure", measure)
                        .bind("segment", segment)
                        .execute();
            }
        }
        Map<String, List<CurveRow>> rows = handle.createQuery("SELECT " + CurveRow.COLUMNS + """
                         FROM networks JOIN curves ON curves.network = networks.key
                        WHERE networks.key BETWEEN :first AND :last
                        """)
                .bind("first", first(segment))
                .bind("last", last(segment))
                .map((row, context) -> CurveRow.read(row))
                .collect(Collectors.groupingBy(CurveRow::measure, TreeMap::new, Collectors.toList()));
        rows.forEach((measure, curves) -> write(segment, measure, CurveColumns.of(curves)));
        handle.createUpdate("DELETE FROM uncovered_curves WHERE network BETWEEN :first AND :last")
                .bind("first", first(segment))
                .bind("last", last(segment))
                .execute();
    }

    private void write(int segment, String measure, Map<Double, byte[]> columns) {
        handle.createUpdate("""
                        INSERT INTO curve_segments (measure, segment, layout) VALUES (:measure, :segment, :layout)
                        """)
                .bind("measure", measure)
                .bind("segment", segment)
                .bind("layout", columns.isEmpty() ? ROWS : COLUMNS)
                .execute();
        PreparedBatch batch = handle.prepareBatch("""
                INSERT INTO curve_columns (measure, segment, epoch, readings)
                VALUES (:measure, :segment, :epoch, :readings)
                """);
        columns.forEach((epoch, readings) -> batch.bind("measure", measure)
                .bind("segment", segment)
                .bind("epoch", epoch)
                .bind("readings", readings)
                .add());
        if (batch.size() > 0) {
            batch.execute();
        }
    }

    static long first(int segment) {
        return (long) segment * CurveColumns.NETWORKS;
    }

    static long last(int segment) {
        return first(segment + 1) - 1;
    }
}
