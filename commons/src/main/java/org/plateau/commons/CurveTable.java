package org.plateau.commons;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.plateau.commons.columns.CurveSegments;
import org.plateau.core.fitness.LearningCurve;

/** The table of curves. */
final class CurveTable {
    private final Handle handle;

    CurveTable(Handle handle) {
        this.handle = handle;
    }

    /** A network's curves by measure. */
    Map<String, LearningCurve> read(long network) {
        Map<String, LearningCurve> curves = new TreeMap<>();
        handle.createQuery("SELECT measure, epochs, readings FROM curves WHERE network = :network")
                .bind("network", network)
                .map((row, context) -> Map.entry(
                        row.getString("measure"),
                        CurveBytes.curve(Optional.ofNullable(row.getBytes("epochs")), row.getBytes("readings"))))
                .forEach(curve -> curves.put(curve.getKey(), curve.getValue()));
        return curves;
    }

    /** One curve of a network, empty where the measure was not taken. */
    LearningCurve read(long network, String measure) {
        return handle.createQuery("SELECT epochs, readings FROM curves WHERE measure = :measure AND network = :network")
                .bind("measure", measure)
                .bind("network", network)
                .map((row, context) ->
                        CurveBytes.curve(Optional.ofNullable(row.getBytes("epochs")), row.getBytes("readings")))
                .findOne()
                .orElse(LearningCurve.empty());
    }

    /** Replaces what there is of a network's curves. */
    void write(long network, Map<String, LearningCurve> before, Map<String, LearningCurve> after) {
        if (before.equals(after)) {
            return;
        }
        new CurveSegments(handle).uncover(network);
        before.keySet().stream().filter(measure -> !after.containsKey(measure)).forEach(measure -> handle.createUpdate(
                        "DELETE FROM curves WHERE measure = :measure AND network = :network")
                .bind("measure", measure)
                .bind("network", network)
                .execute());
        PreparedBatch batch = handle.prepareBatch("""
                INSERT INTO curves (measure, network, points, epochs, readings)
                VALUES (:measure, :network, :points, :epochs, :readings)
                ON CONFLICT (measure, network) DO UPDATE
                SET points = excluded.points, epochs = excluded.epochs, readings = excluded.readings
                """);
        after.forEach((measure, curve) -> {
            if (!curve.equals(before.getOrDefault(measure, LearningCurve.empty()))) {
                batch.bind("measure", measure)
                        .bind("network", network)
                        .bind("points", curve.size())
                        .bind("epochs", CurveBytes.epochs(curve).orElse(null))
                        .bind("readings", CurveBytes.readings(curve))
                        .add();
            }
        });
        if (batch.size() > 0) {
            batch.execute();
        }
    }
}
