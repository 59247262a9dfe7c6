package org.plateau.commons.similar;

import java.util.Arrays;
import org.jdbi.v3.core.Handle;
import org.plateau.commons.query.Condition;
import org.plateau.commons.query.Condition.Atom;
import org.plateau.commons.query.Field.Table;
import org.plateau.commons.query.KeySet;
import org.plateau.commons.query.NumberTest;
import org.plateau.core.similarity.LabelCounts;
import org.plateau.core.similarity.WeisfeilerLehman;
import org.plateau.formats.json.ArchitectureJson;

/** Compares one graph with all others, exactly: the Weisfeiler-Lehman kernel over the segments of labels. */
public final class SimilarGraphs {
    private final Handle handle;

    public SimilarGraphs(Handle handle) {
        this.handle = handle;
    }

    /**
     * The similarities of a network's graph to all graphs by their keys, NaN where there is none.
     *
     * @param network key
     */
    public double[] to(long network) {
        LabelCounts graph = handle.createQuery("""
                        SELECT architectures.document FROM networks
                        JOIN architectures ON architectures.hash = networks.architecture WHERE networks.key = :key
                        """)
                .bind("key", network)
                .mapTo(String.class)
                .map(ArchitectureJson::read)
                .map(WeisfeilerLehman::labels)
                .one();
        long last = handle.createQuery("SELECT coalesce(max(key), -1) FROM graphs")
                .mapTo(Long.class)
                .one();
        double[] similarities = new double[Math.toIntExact(last + 1)];
        Arrays.fill(similarities, Double.NaN);
        int written = handle.createQuery("SELECT coalesce(max(segment), -1) + 1 FROM graph_segments")
                .mapTo(Integer.class)
                .one();
        for (int segment = 0; segment < written; segment++) {
            byte[] labels = handle.createQuery("SELECT labels FROM graph_segments WHERE segment = :segment")
                    .bind("segment", segment)
                    .mapTo(byte[].class)
                    .one();
            GraphSegment.compare(graph, labels, similarities, segment * GraphSegment.GRAPHS);
        }
        handle.createQuery("SELECT graph, labels FROM graph_labels")
                .map((row, context) -> {
                    int key = row.getInt("graph");
                    similarities[key] = graph.cosine(Labels.counts(row.getBytes("labels")));
                    return key;
                })
                .forEach(key -> {});
        return similarities;
    }

    /**
     * An atom on similarity as a set of graphs.
     *
     * @param similarities as {@link #to} gives them
     */
    public static Condition solved(Atom atom, double[] similarities) {
        KeySet keys = new KeySet();
        for (int graph = 0; graph < similarities.length; graph++) {
            if (NumberTest.holds(atom, similarities[graph], Double.NaN)) {
                keys.add(graph);
            }
        }
        return new Condition.Among(Table.GRAPHS, keys, false);
    }
}
