package org.plateau.commons;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.stream.Collectors;
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
        Map<Integer, Double> similarities = new LinkedHashMap<>();
        nearest(new SimilarGraphs(handle).to(network), limit + SPARE)
                .forEach(graph -> similarities.put(graph.key(), graph.similarity()));
        Map<Long, Double> found = new LinkedHashMap<>();
        keys(similarities.keySet()).stream()
                .filter(key -> key.network() != network)
                .sorted(Comparator.comparingDouble((Key key) -> -similarities.getOrDefault(key.graph(), 0.0))
                        .thenComparingLong(Key::network))
                .limit(limit)
                .forEach(key -> found.put(key.network(), similarities.getOrDefault(key.graph(), 0.0)));
        Map<Long, NetworkSummary> summaries = new NetworkListing(handle).all(found.keySet());
        return found.entrySet().stream()
                .map(one -> new SimilarNetwork(Objects.requireNonNull(summaries.get(one.getKey())), one.getValue()))
                .toList();
    }

    private record Key(int graph, long network) {}

    private List<Key> keys(Set<Integer> graphs) {
        String some = graphs.stream().map(String::valueOf).collect(Collectors.joining(", ", "(", ")"));
        return graphs.isEmpty()
                ? List.of()
                : handle.createQuery("SELECT graph, key FROM networks WHERE graph IN " + some)
                        .map((row, context) -> new Key(row.getInt("graph"), row.getLong("key")))
                        .list();
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
