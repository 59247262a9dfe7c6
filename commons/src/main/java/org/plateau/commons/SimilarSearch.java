package org.plateau.commons;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.jdbi.v3.core.Handle;
import org.plateau.commons.similar.SimilarGraphs;

/** Finds the networks with the most similar architectures. */
final class SimilarSearch {
    /** Graphs whose networks are gone, of which there are hardly any. */
    private static final int SPARE = 10;

    private static final Comparator<Graph> NEAREST_FIRST =
            Comparator.comparingDouble(Graph::similarity).reversed().thenComparingInt(Graph::key);

    private final Handle handle;

    SimilarSearch(Handle handle) {
        this.handle = handle;
    }

    private record Graph(int key, double similarity) {}

    List<SimilarNetwork> find(String idPrefix, int limit) {
        long network = new NetworkListing(handle).find(idPrefix).key();
        List<SimilarNetwork> found = new ArrayList<>();
        for (Graph graph : nearest(new SimilarGraphs(handle).to(network), limit + SPARE)) {
            if (found.size() == limit) {
                break;
            }
            handle.createQuery(
                            SummaryRow.SELECT
                                    + " WHERE networks.graph = :graph AND networks.key <> :self ORDER BY networks.key LIMIT :limit")
                    .bind("graph", graph.key())
                    .bind("self", network)
                    .bind("limit", limit - found.size())
                    .map((row, context) -> new SimilarNetwork(SummaryRow.read(row), graph.similarity()))
                    .forEach(found::add);
        }
        return List.copyOf(found);
    }

    private static List<Graph> nearest(double[] similarities, int count) {
        PriorityQueue<Graph> nearest = new PriorityQueue<>(NEAREST_FIRST.reversed());
        for (int key = 0; key < similarities.length; key++) {
            if (nearest.size() < count || similarities[key] > nearest.element().similarity()) {
                nearest.add(new Graph(key, similarities[key]));
                if (nearest.size() > count) {
                    nearest.remove();
                }
            }
        }
        return nearest.stream().sorted(NEAREST_FIRST).toList();
    }
}
