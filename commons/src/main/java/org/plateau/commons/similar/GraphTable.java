package org.plateau.commons.similar;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.plateau.core.architecture.Architecture;
import org.plateau.core.architecture.ArchitectureCounts;
import org.plateau.core.similarity.LabelCounts;
import org.plateau.core.similarity.WeisfeilerLehman;
import org.plateau.formats.json.PlateauJson;

/** The table of graphs: what is counted of them, and their labels, by small numbers. A graph never changes. */
public final class GraphTable {
    private final Handle handle;

    public GraphTable(Handle handle) {
        this.handle = handle;
    }

    /**
     * The key of a graph, which gets a row if it has none; the segment that this fills is written.
     *
     * @param hash of its content
     */
    public long key(String hash, Architecture architecture) {
        Optional<Long> known = handle.createQuery("SELECT key FROM graphs WHERE hash = :hash")
                .bind("hash", hash)
                .mapTo(Long.class)
                .findOne();
        return known.orElseGet(() -> insert(hash, architecture));
    }

    private long insert(String hash, Architecture architecture) {
        Map<String, Integer> counts = ArchitectureCounts.of(architecture);
        long key = handle.createQuery("""
                        INSERT INTO graphs (key, hash, layers, depth, counts)
                        VALUES ((SELECT coalesce(max(key), -1) + 1 FROM graphs), :hash, :layers, :depth, :counts)
                        RETURNING key
                        """)
                .bind("hash", hash)
                .bind("layers", counts.getOrDefault("layers", 0))
                .bind("depth", counts.getOrDefault("depth", 0))
                .bind("counts", json(counts))
                .mapTo(Long.class)
                .one();
        handle.createUpdate("INSERT INTO graph_labels (graph, labels) VALUES (:graph, :labels)")
                .bind("graph", key)
                .bind("labels", Labels.bytes(WeisfeilerLehman.labels(architecture)))
                .execute();
        if (key % GraphSegment.GRAPHS == GraphSegment.GRAPHS - 1) {
            writeSegment(key / GraphSegment.GRAPHS);
        }
        return key;
    }

    private void writeSegment(long segment) {
        List<LabelCounts> vectors = handle.createQuery("SELECT labels FROM graph_labels ORDER BY graph")
                .map((row, context) -> Labels.counts(row.getBytes("labels")))
                .list();
        handle.createUpdate("INSERT INTO graph_segments (segment, labels) VALUES (:segment, :labels)")
                .bind("segment", segment)
                .bind("labels", GraphSegment.of(vectors))
                .execute();
        handle.execute("DELETE FROM graph_labels");
    }

    private static String json(Map<String, Integer> counts) {
        try {
            return PlateauJson.mapper().writeValueAsString(counts);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Counts have no JSON form", e);
        }
    }
}
