package org.plateau.commons.columns;

import java.nio.ByteBuffer;
import java.nio.DoubleBuffer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.plateau.commons.query.Operand;
import org.plateau.core.fitness.Direction;
import org.plateau.core.fitness.FitnessMeasure;

/**
 * A curve as its row has it.
 *
 * @param network key
 * @param measure of the curve
 * @param direction of the measure: what the network's training says of its own fitness, else what the name tells
 * @param epochs null where they are 1, 2, 3 …
 * @param readings at the epochs
 */
record CurveRow(
        long network,
        String measure,
        Direction direction,
        @Nullable DoubleBuffer epochs,
        DoubleBuffer readings) {
    /** What {@link #read} reads, of the tables {@code curves} and {@code networks}. */
    static final String COLUMNS =
            "curves.network, curves.measure, curves.epochs, curves.readings, networks.measure AS own, networks.direction";

    static CurveRow read(ResultSet row) throws SQLException {
        String measure = row.getString("measure");
        Direction direction = measure.equals(row.getString("own"))
                ? Direction.valueOf(row.getString("direction").toUpperCase(Locale.ROOT))
                : FitnessMeasure.named(measure).direction();
        byte @Nullable [] epochs = row.getBytes("epochs");
        return new CurveRow(
                row.getLong("network"),
                measure,
                direction,
                epochs == null ? null : ByteBuffer.wrap(epochs).asDoubleBuffer(),
                ByteBuffer.wrap(row.getBytes("readings")).asDoubleBuffer());
    }

    int size() {
        return readings.limit();
    }

    double epoch(int index) {
        return epochs == null ? index + 1 : epochs.get(index);
    }

    double reading(int index) {
        return readings.get(index);
    }

    /** The number that a function of curves gives, NaN where there is none. */
    double value(Operand.OfCurve function) {
        if (function instanceof Operand.Best) {
            return best();
        } else if (function instanceof Operand.Last) {
            return last();
        } else if (function instanceof Operand.AtEpoch at) {
            return at(at.epoch());
        }
        return epochsTo(((Operand.EpochsTo) function).value());
    }

    double best() {
        double best = Double.NaN;
        for (int i = 0; i < size(); i++) {
            best = direction.best(best, reading(i));
        }
        return best;
    }

    double last() {
        return size() == 0 ? Double.NaN : reading(size() - 1);
    }

    private double at(double epoch) {
        for (int i = 0; i < size(); i++) {
            if (epoch(i) == epoch) {
                return reading(i);
            }
        }
        return Double.NaN;
    }

    private double epochsTo(double value) {
        for (int i = 0; i < size(); i++) {
            if (reached(direction, reading(i), value)) {
                return epoch(i);
            }
        }
        return Double.NaN;
    }

    /** Whether a reading is as good as a value, or better. */
    static boolean reached(Direction direction, double reading, double value) {
        return direction == Direction.MAXIMIZE ? reading >= value : reading <= value;
    }
}
