package org.plateau.core.similarity;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.plateau.core.architecture.Architecture;
import org.plateau.core.architecture.Node;

/**
 * The Weisfeiler–Lehman subtree kernel on architecture graphs (Shervashidze et al., JMLR 12, 2011, section 3.2), for
 * directed graphs and normalised to [0, 1].
 *
 * <p>A node's first label is its layer's kind and settings, the input's is its shape. In each of {@value #ITERATIONS}
 * iterations a node's new label is made of its old one, those of the nodes that it reads, and those of the nodes that read
 * it, both as multisets. A graph's vector counts the labels of all iterations; the similarity of two graphs is the cosine of
 * the angle between their vectors. Names of nodes do not matter, and neither does the order of a node's inputs: equal graphs
 * have similarity 1, though not only they.
 *
 * <p>Labels are hashes of 64 bits, the same on every machine. Two different labels get the same one with a probability of
 * about n²/2⁶⁵ for n labels: once in ten million commons of a million different labels.
 */
public final class WeisfeilerLehman {
    /** How often labels are refined, {@code h} in the paper. */
    public static final int ITERATIONS = 3;

    private static final long OFFSET = 0xcbf29ce484222325L;
    private static final long PRIME = 0x100000001b3L;
    private static final long GOLDEN = 0x9e3779b97f4a7c15L;
    private static final long READ = 0x6a09e667f3bcc909L;
    private static final long READ_BY = 0x3c6ef372fe94f82bL;

    private WeisfeilerLehman() {}

    /** The similarity of two architectures, in [0, 1]. */
    public static double similarity(Architecture first, Architecture second) {
        return labels(first).cosine(labels(second));
    }

    /** An architecture's vector. */
    public static LabelCounts labels(Architecture architecture) {
        List<Node> nodes = architecture.nodes();
        int[][] reads = reads(nodes);
        int[][] readBy = turned(reads);
        int size = reads.length;
        long[] all = new long[size * (ITERATIONS + 1)];
        long[] labels = new long[size];
        labels[0] = hash("input " + architecture.input());
        for (int node = 1; node < size; node++) {
            // A record's text has its kind and all of its settings.
            labels[node] = hash(nodes.get(node - 1).layer().toString());
        }
        System.arraycopy(labels, 0, all, 0, size);
        for (int iteration = 1; iteration <= ITERATIONS; iteration++) {
            long[] refined = new long[size];
            for (int node = 0; node < size; node++) {
                long own = mixed(labels[node] + iteration * GOLDEN);
                refined[node] = plus(plus(own, READ, labels, reads[node]), READ_BY, labels, readBy[node]);
            }
            labels = refined;
            System.arraycopy(labels, 0, all, iteration * size, size);
        }
        return LabelCounts.of(all);
    }

    /** The numbers of the nodes that each node reads; 0 is the input. */
    private static int[][] reads(List<Node> nodes) {
        Map<String, Integer> numbers = new HashMap<>();
        numbers.put(Architecture.INPUT, 0);
        int[][] reads = new int[nodes.size() + 1][];
        reads[0] = new int[0];
        for (int node = 1; node < reads.length; node++) {
            reads[node] = nodes.get(node - 1).inputs().stream()
                    .mapToInt(name -> numbers.getOrDefault(name, 0))
                    .toArray();
            numbers.put(nodes.get(node - 1).name(), node);
        }
        return reads;
    }

    private static int[][] turned(int[][] edges) {
        List<List<Integer>> turned = new ArrayList<>();
        for (int node = 0; node < edges.length; node++) {
            turned.add(new ArrayList<>());
        }
        for (int node = 0; node < edges.length; node++) {
            for (int other : edges[node]) {
                turned.get(other).add(node);
            }
        }
        return turned.stream()
                .map(ends -> ends.stream().mapToInt(Integer::intValue).toArray())
                .toArray(int[][]::new);
    }

    private static long plus(long hash, long direction, long[] labels, int[] neighbours) {
        long[] multiset = new long[neighbours.length];
        for (int i = 0; i < neighbours.length; i++) {
            multiset[i] = labels[neighbours[i]];
        }
        Arrays.sort(multiset);
        long result = mixed(hash + direction + neighbours.length);
        for (long label : multiset) {
            result = mixed(result * PRIME + label);
        }
        return result;
    }

    /** Fowler, Noll and Vo's FNV-1a over the text's UTF-8, mixed. */
    private static long hash(String text) {
        long hash = OFFSET;
        for (byte one : text.getBytes(StandardCharsets.UTF_8)) {
            hash = (hash ^ (one & 0xff)) * PRIME;
        }
        return mixed(hash);
    }

    /** Every bit depends on every other: the finalizer of SplitMix64 (Steele et al., OOPSLA 2014). */
    private static long mixed(long value) {
        long mixed = (value ^ (value >>> 30)) * 0xbf58476d1ce4e5b9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94d049bb133111ebL;
        return mixed ^ (mixed >>> 31);
    }
}
