package org.plateau.commons.columns;

import java.nio.DoubleBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.result.ResultIterable;
import org.jdbi.v3.core.result.ResultIterator;
import org.plateau.commons.query.Operand;
import org.plateau.core.fitness.Direction;
import org.plateau.core.fitness.FitnessMeasure;

/** What functions of curves give for all networks: from columns where there are, else from the curves. */
public final class CurveValues {
    private static final int FETCHED = 64;

    private final Handle handle;
    private final int size;

    /**
     * Reads what one state of the database has.
     *
     * @param handle in a transaction
     */
    public CurveValues(Handle handle) {
        this.handle = handle;
        long last = handle.createQuery("SELECT coalesce(max(key), 0) FROM networks")
                .mapTo(Long.class)
                .one();
        this.size = Math.toIntExact(last + 1);
    }

    /** One more than the largest key of a network. */
    public int size() {
        return size;
    }

    /** The values by key, NaN where there is none. */
    public double[] of(Operand.OfCurve function) {
        double[] values = new double[size];
        Arrays.fill(values, Double.NaN);
        if (function instanceof Operand.Best) {
            column(function.measure(), CurveColumns.BEST, values);
        } else if (function instanceof Operand.Last) {
            column(function.measure(), CurveColumns.LAST, values);
        } else if (function instanceof Operand.AtEpoch at) {
            column(function.measure(), at.epoch(), values);
        } else {
            epochsTo((Operand.EpochsTo) function, values);
        }
        Consumer<CurveRow> set = row -> values[(int) row.network()] = row.value(function);
        if (function instanceof Operand.EpochsTo) {
            // The columns were read in the direction that the measure's name tells.
            keysOfOtherDirection(function.measure()).forEach(key -> {
                values[key.intValue()] = Double.NaN;
                rows(handle, "curves.network = :key", function.measure(), "key", key)
                        .forEach(set);
            });
        }
        uncovered().forEach(key -> values[key.intValue()] = Double.NaN);
        rows(handle, "curves.network IN (SELECT network FROM uncovered_curves)", function.measure(), "none", 0L)
                .forEach(set);
        handle.createQuery("SELECT segment FROM curve_segments WHERE measure = :measure AND layout = 'rows'")
                .bind("measure", function.measure())
                .mapTo(Integer.class)
                .list()
                .forEach(segment -> rows(
                                handle,
                                "curves.network BETWEEN :first AND :first + " + (CurveColumns.NETWORKS - 1),
                                function.measure(),
                                "first",
                                CurveSegments.first(segment))
                        .forEach(set));
        return values;
    }

    /** What a function gives for one network, NaN where there is nothing. */
    public static double of(Handle handle, Operand.OfCurve function, long network) {
        return rows(handle, "curves.network = :key", function.measure(), "key", network)
                .findFirst()
                .map(row -> row.value(function))
                .orElse(Double.NaN);
    }

    private void column(String measure, double epoch, double[] values) {
        handle.createQuery("""
                        SELECT curve_columns.segment, curve_columns.readings FROM curve_segments
                        JOIN curve_columns ON curve_columns.measure = curve_segments.measure
                            AND curve_columns.segment = curve_segments.segment AND curve_columns.epoch = :epoch
                        WHERE curve_segments.measure = :measure
                        """)
                .bind("measure", measure)
                .bind("epoch", epoch)
                .setFetchSize(FETCHED)
                .map((row, context) ->
                        new Column(row.getInt("segment"), CurveColumns.values(row.getBytes("readings")), epoch))
                .forEach(column -> column.into(values));
    }

    private void epochsTo(Operand.EpochsTo function, double[] epochs) {
        Direction direction = FitnessMeasure.named(function.measure()).direction();
        double[] best = new double[size];
        Arrays.fill(best, Double.NaN);
        column(function.measure(), CurveColumns.BEST, best);
        for (int segment = 0; CurveSegments.first(segment) < size; segment++) {
            int waiting = 0;
            int end = (int) Math.min(size, CurveSegments.first(segment + 1));
            for (int key = (int) CurveSegments.first(segment); key < end; key++) {
                waiting += CurveRow.reached(direction, best[key], function.value()) ? 1 : 0;
            }
            if (waiting > 0) {
                epochsTo(function, direction, segment, waiting, epochs);
            }
        }
    }

    /** Goes through the epochs of a segment until all that get there have. */
    private void epochsTo(Operand.EpochsTo function, Direction direction, int segment, int waiting, double[] epochs) {
        int first = (int) CurveSegments.first(segment);
        int places = Math.min(CurveColumns.NETWORKS, size - first);
        try (ResultIterator<Column> columns = handle.createQuery("""
                        SELECT epoch, readings FROM curve_columns
                        WHERE measure = :measure AND segment = :segment AND epoch >= 0 ORDER BY epoch
                        """)
                .bind("measure", function.measure())
                .bind("segment", segment)
                .setFetchSize(FETCHED)
                .map((row, context) ->
                        new Column(segment, CurveColumns.values(row.getBytes("readings")), row.getDouble("epoch")))
                .iterator()) {
            int left = waiting;
            while (left > 0 && columns.hasNext()) {
                Column column = columns.next();
                for (int place = 0; place < places; place++) {
                    if (Double.isNaN(epochs[first + place])
                            && CurveRow.reached(direction, column.readings().get(place), function.value())) {
                        epochs[first + place] = column.epoch();
                        left--;
                    }
                }
            }
        }
    }

    private List<Long> keysOfOtherDirection(String measure) {
        Direction named = FitnessMeasure.named(measure).direction();
        return handle.createQuery("SELECT key FROM networks WHERE measure = :measure AND direction = :other")
                .bind("measure", measure)
                .bind("other", named == Direction.MAXIMIZE ? "minimize" : "maximize")
                .mapTo(Long.class)
                .list();
    }

    private List<Long> uncovered() {
        return handle.createQuery("SELECT network FROM uncovered_curves")
                .mapTo(Long.class)
                .filter(key -> key < size)
                .list();
    }

    private static ResultIterable<CurveRow> rows(Handle handle, String which, String measure, String name, long value) {
        return handle.createQuery("SELECT " + CurveRow.COLUMNS
                        + " FROM curves JOIN networks ON networks.key = curves.network WHERE curves.measure = :measure AND "
                        + which)
                .bind("measure", measure)
                .bind(name, value)
                .setFetchSize(FETCHED)
                .map((row, context) -> CurveRow.read(row));
    }

    private record Column(int segment, DoubleBuffer readings, double epoch) {
        /** Puts the values in the places of their keys. */
        void into(double[] values) {
            int first = (int) CurveSegments.first(segment);
            if (first < values.length) {
                readings.get(0, values, first, Math.min(CurveColumns.NETWORKS, values.length - first));
            }
        }
    }
}
