package org.plateau.commons;

import java.util.List;
import org.jdbi.v3.core.Handle;
import org.plateau.commons.columns.CurveSegments;

/** Empties the database's tables and fills them from the store's trails. */
final class Rebuilding {
    /** Those that point to others come before these. */
    private static final List<String> TABLES = List.of(
            "network_text",
            "tags",
            "parents",
            "verdicts",
            "forecasts",
            "curve_columns",
            "curve_segments",
            "uncovered_curves",
            "curves",
            "attempts",
            "networks",
            "graph_labels",
            "graph_segments",
            "graphs",
            "trainings",
            "architectures",
            "dataset_properties",
            "datasets",
            "searches");

    private final Handle handle;
    private final Store store;

    Rebuilding(Handle handle, Store store) {
        this.handle = handle;
        this.store = store;
    }

    Intake all() {
        TABLES.forEach(table -> handle.execute("DELETE FROM " + table));
        List<Intake.Refusal> refused = new AnnotationIntake(handle, store.annotations()).again();
        Intake intake = new CatchUp(handle, store).all();
        new CurveSegments(handle).writeAll();
        return intake.plus(new Intake(0, 0, refused));
    }
}
