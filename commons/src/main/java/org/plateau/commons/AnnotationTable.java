package org.plateau.commons;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.plateau.core.trail.Annotation;

/** The table of annotations, an index of their file. */
final class AnnotationTable {
    private static final String SELECT = "SELECT key, network, author, time, kind, text, other FROM annotations ";

    private final Handle handle;

    AnnotationTable(Handle handle) {
        this.handle = handle;
    }

    Optional<Annotation> find(String key) {
        return handle.createQuery(SELECT + "WHERE key = :key")
                .bind("key", key)
                .map((row, context) -> annotation(row))
                .findOne();
    }

    /** What was said of a network, in the order of time. */
    List<Annotation> about(String network) {
        return handle.createQuery(SELECT + "WHERE network = :network ORDER BY time, key")
                .bind("network", network)
                .map((row, context) -> annotation(row))
                .list();
    }

    /** What was said of other networks that tells of this one, in the order of time. */
    List<Annotation> mentioning(String network) {
        return handle.createQuery(SELECT + "WHERE other = :network ORDER BY time, key")
                .bind("network", network)
                .map((row, context) -> annotation(row))
                .list();
    }

    /** Ids of the networks that anything was said of. */
    List<String> networks() {
        return handle.createQuery("SELECT DISTINCT network FROM annotations")
                .mapTo(String.class)
                .list();
    }

    void insert(Annotation annotation) {
        handle.createUpdate("""
                        INSERT INTO annotations (key, network, author, time, kind, text, other)
                        VALUES (:key, :network, :author, :time, :kind, :text, :other)
                        """)
                .bind("key", annotation.key())
                .bind("network", annotation.network())
                .bind("author", annotation.author())
                .bind("time", annotation.time().toEpochMilli())
                .bind("kind", Columns.name(annotation.kind()))
                .bind("text", annotation.text())
                .bind("other", annotation.other().orElse(null))
                .execute();
    }

    void clear() {
        handle.execute("DELETE FROM annotations");
    }

    private static Annotation annotation(ResultSet row) throws SQLException {
        return new Annotation(
                row.getString("key"),
                row.getString("network"),
                row.getString("author"),
                Columns.instant(row, "time"),
                Columns.constant(row, "kind", Annotation.Kind.class),
                row.getString("text"),
                Optional.ofNullable(row.getString("other")));
    }
}
