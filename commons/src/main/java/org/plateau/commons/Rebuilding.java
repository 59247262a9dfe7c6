package org.plateau.commons;

import java.util.List;
import org.jdbi.v3.core.Handle;

/** Empties the database's tables and fills them from the store's trails. */
final class Rebuilding {
    /** Those that point to others come before these. */
    private static final List<String> TABLES =
            List.of("verdicts", "forecasts", "curves", "attempts", "networks", "architectures", "datasets", "searches");

    private final Handle handle;
    private final TrailFolder trails;

    Rebuilding(Handle handle, TrailFolder trails) {
        this.handle = handle;
        this.trails = trails;
    }

    Intake all() {
        TABLES.forEach(table -> handle.execute("DELETE FROM " + table));
        return new CatchUp(handle, trails).all();
    }
}
