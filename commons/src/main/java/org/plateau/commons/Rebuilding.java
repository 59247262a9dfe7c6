package org.plateau.commons;

import java.util.List;
import org.jdbi.v3.core.Handle;

/** Empties the database's tables and fills them from the store's trails. */
final class Rebuilding {
    /** Those that point to others come before these. */
    private static final List<String> TABLES = List.of(
            "network_text",
            "tags",
            "parents",
            "verdicts",
            "forecasts",
            "curves",
            "attempts",
            "networks",
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
        return new CatchUp(handle, store).all().plus(new Intake(0, 0, refused));
    }
}
