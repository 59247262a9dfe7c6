package org.plateau.commons.columns;

import java.nio.ByteBuffer;
import java.nio.DoubleBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The curves of a segment's networks turned: a column for each epoch. */
final class CurveColumns {
    /** Networks in a segment, by key. */
    static final int NETWORKS = 1024;

    /** The column of the best values. */
    static final double BEST = -1;

    /** The column of the last values. */
    static final double LAST = -2;

    /** Of the places in the columns, so many have to be filled. */
    private static final double FILLED = 0.25;

    private static final int MOST_EPOCHS = 10_000;

    private CurveColumns() {}

    /** The segment that a network is in. */
    static int segment(long network) {
        return Math.toIntExact(network / NETWORKS);
    }

    /** A network's place in the columns of its segment. */
    static int place(long network) {
        return (int) (network % NETWORKS);
    }

    /**
     * The columns by epoch; empty where they would be mostly empty, because the curves have few epochs in common.
     *
     * @param rows curves of one measure and one segment
     */
    static Map<Double, byte[]> of(List<CurveRow> rows) {
        Map<Double, double[]> columns = new TreeMap<>();
        long points = 0;
        for (CurveRow row : rows) {
            points += row.size();
            for (int i = 0; i < row.size(); i++) {
                column(columns, row.epoch(i))[place(row.network())] = row.reading(i);
            }
            if (columns.size() > MOST_EPOCHS) {
                return Map.of();
            }
        }
        if (points < FILLED * columns.size() * rows.size()) {
            return Map.of();
        }
        for (CurveRow row : rows) {
            column(columns, BEST)[place(row.network())] = row.best();
            column(columns, LAST)[place(row.network())] = row.last();
        }
        Map<Double, byte[]> bytes = new TreeMap<>();
        columns.forEach((epoch, values) -> bytes.put(epoch, bytes(values)));
        return bytes;
    }

    /** A column's values by place. */
    static DoubleBuffer values(byte[] column) {
        return ByteBuffer.wrap(column).asDoubleBuffer();
    }

    private static double[] column(Map<Double, double[]> columns, double epoch) {
        return columns.computeIfAbsent(epoch, absent -> {
            double[] values = new double[NETWORKS];
            Arrays.fill(values, Double.NaN);
            return values;
        });
    }

    private static byte[] bytes(double[] values) {
        ByteBuffer buffer = ByteBuffer.allocate(Double.BYTES * values.length);
        buffer.asDoubleBuffer().put(values);
        return buffer.array();
    }
}
