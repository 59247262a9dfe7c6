package org.plateau.commons.similar;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.plateau.core.similarity.LabelCounts;

/**
 * The vectors of 1,024 graphs, label by label, so that comparing one graph with all of them looks only at the labels that it
 * has.
 *
 * <p>Bytes, big-endian: the number of different labels; the squared norm of each vector; the labels, increasing; where the
 * occurrences of each end, counted from their beginning; the occurrences, two bytes each: the graph's place in the lower ten
 * bits, its count in the upper six. A larger count stands as several occurrences.
 */
final class GraphSegment {
    /** Graphs in a segment, by key. */
    static final int GRAPHS = 1024;

    private static final int PLACE_BITS = 10;
    private static final int MOST = 63;

    private GraphSegment() {}

    /**
     * Puts vectors together.
     *
     * @param vectors by place, as many as a segment has
     */
    static byte[] of(List<LabelCounts> vectors) {
        Map<Long, List<Short>> occurrences = new TreeMap<>();
        int all = 0;
        for (int place = 0; place < vectors.size(); place++) {
            LabelCounts vector = vectors.get(place);
            for (int i = 0; i < vector.size(); i++) {
                List<Short> list = occurrences.computeIfAbsent(vector.label(i), label -> new ArrayList<>());
                for (int left = vector.count(i); left > 0; left -= MOST) {
                    list.add((short) (place | Math.min(left, MOST) << PLACE_BITS));
                    all++;
                }
            }
        }
        ByteBuffer buffer = ByteBuffer.allocate(
                Integer.BYTES + Long.BYTES * GRAPHS + occurrences.size() * (Long.BYTES + Integer.BYTES) + 2 * all);
        buffer.putInt(occurrences.size());
        vectors.forEach(vector -> buffer.putLong(vector.squaredNorm()));
        occurrences.keySet().forEach(buffer::putLong);
        int end = 0;
        for (List<Short> list : occurrences.values()) {
            end += list.size();
            buffer.putInt(end);
        }
        occurrences.values().forEach(list -> list.forEach(buffer::putShort));
        return buffer.array();
    }

    /**
     * Compares a graph with all of a segment.
     *
     * @param similarities where the cosines go
     * @param first place of the segment's first graph there
     */
    static void compare(LabelCounts graph, byte[] segment, double[] similarities, int first) {
        ByteBuffer buffer = ByteBuffer.wrap(segment);
        int labels = buffer.getInt(0);
        int norms = Integer.BYTES;
        int sorted = norms + Long.BYTES * GRAPHS;
        int ends = sorted + Long.BYTES * labels;
        int occurrences = ends + Integer.BYTES * labels;
        long[] dots = new long[GRAPHS];
        for (int i = 0; i < graph.size(); i++) {
            int index = find(buffer, sorted, labels, graph.label(i));
            if (index >= 0) {
                int begin = index == 0 ? 0 : buffer.getInt(ends + Integer.BYTES * (index - 1));
                int end = buffer.getInt(ends + Integer.BYTES * index);
                int count = graph.count(i);
                for (int at = begin; at < end; at++) {
                    int occurrence = buffer.getShort(occurrences + 2 * at) & 0xffff;
                    dots[occurrence & (GRAPHS - 1)] += (long) count * (occurrence >>> PLACE_BITS);
                }
            }
        }
        long norm = graph.squaredNorm();
        int places = Math.min(GRAPHS, similarities.length - first);
        for (int place = 0; place < places; place++) {
            similarities[first + place] =
                    LabelCounts.cosine(dots[place], norm, buffer.getLong(norms + Long.BYTES * place));
        }
    }

    private static int find(ByteBuffer buffer, int sorted, int labels, long label) {
        int low = 0;
        int high = labels - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            long found = buffer.getLong(sorted + Long.BYTES * middle);
            if (found == label) {
                return middle;
            } else if (found < label) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return -1;
    }
}
