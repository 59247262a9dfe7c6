package org.plateau.commons;

import com.fasterxml.jackson.core.type.TypeReference;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.plateau.commons.columns.CurveSegments;
import org.plateau.core.dataset.DatasetProperties;
import org.plateau.core.fitness.LearningCurve;

/**
 * Rows that are made of other rows. A migration that adds some only makes their tables; whoever opens the commons next fills
 * them here, in one transaction, because {@code ledger.derived} is behind {@link #VERSION} then.
 */
final class Derivation {
    /** Raised with each migration after which there is something to fill. */
    static final int VERSION = 3;

    private static final int AT_ONCE = 1000;
    private static final TypeReference<DatasetProperties> PROPERTIES = new TypeReference<>() {};

    private final Handle handle;
    private final LedgerRow row;
    private final Store store;

    Derivation(Handle handle, Store store) {
        this.handle = handle;
        this.row = new LedgerRow(handle);
        this.store = store;
    }

    /** Fills what this database lacks. */
    void bringUpToDate() {
        if (row.derived() < VERSION) {
            all();
        }
    }

    private void all() {
        handle.createQuery("SELECT key FROM datasets")
                .mapTo(Long.class)
                .list()
                .forEach(dataset -> new DatasetPropertyTable(handle).write(dataset, properties(dataset)));
        long after = -1;
        List<NetworkTable.Row> some = networks(after);
        while (!some.isEmpty()) {
            some.forEach(this::one);
            after = some.get(some.size() - 1).key();
            some = networks(after);
        }
        new NetworkLinks(handle).writeMissing(store.trails());
        new CurveSegments(handle).writeAll();
        row.writeDerived(VERSION);
    }

    private void one(NetworkTable.Row network) {
        new ParentTable(handle).write(network.key(), network.summary().origin().parents());
        new AnnotationEffects(handle).apply(network.key());
        writeShape(network, new CurveTable(handle).read(network.key()));
    }

    /** Names the curve of a network whose training has ended, and takes the name away where it goes on. */
    void writeShape(NetworkTable.Row network, Map<String, LearningCurve> curves) {
        NetworkSummary summary = network.summary();
        Optional<String> shape = summary.standing().status() == Status.TRAINING
                ? Optional.empty()
                : store.shapes().shape(curves, summary.assignment(), propertiesOf(network.key()));
        if (!shape.equals(summary.shape())) {
            handle.createUpdate("UPDATE networks SET shape = :shape WHERE key = :key")
                    .bind("shape", shape.orElse(null))
                    .bind("key", network.key())
                    .execute();
        }
    }

    private List<NetworkTable.Row> networks(long after) {
        return handle.createQuery(SummaryRow.SELECT + " WHERE networks.key > :after ORDER BY networks.key LIMIT :limit")
                .bind("after", after)
                .bind("limit", AT_ONCE)
                .map((row, context) -> new NetworkTable.Row(row.getLong("key"), SummaryRow.read(row)))
                .list();
    }

    private DatasetProperties properties(long dataset) {
        return handle.createQuery("SELECT properties FROM datasets WHERE key = :key")
                .bind("key", dataset)
                .map((row, context) -> Columns.json(row, "properties", PROPERTIES))
                .one();
    }

    private DatasetProperties propertiesOf(long network) {
        return handle.createQuery("""
                        SELECT properties FROM datasets WHERE key = (SELECT dataset FROM networks WHERE key = :key)
                        """)
                .bind("key", network)
                .map((row, context) -> Columns.json(row, "properties", PROPERTIES))
                .one();
    }
}
