package org.plateau.core.similarity;

import java.util.Arrays;

/**
 * How often each label occurs in a graph: its vector in the feature space of a kernel. Immutable.
 */
public final class LabelCounts {
    private final long[] labels;
    private final int[] counts;

    private LabelCounts(long[] labels, int[] counts) {
        this.labels = labels;
        this.counts = counts;
    }

    /** Counts labels, which may come in any order. */
    public static LabelCounts of(long[] occurrences) {
        long[] sorted = occurrences.clone();
        Arrays.sort(sorted);
        long[] labels = new long[sorted.length];
        int[] counts = new int[sorted.length];
        int size = 0;
        for (long label : sorted) {
            if (size == 0 || labels[size - 1] != label) {
                labels[size++] = label;
            }
            counts[size - 1]++;
        }
        return new LabelCounts(Arrays.copyOf(labels, size), Arrays.copyOf(counts, size));
    }

    /**
     * Puts a vector together that was taken apart.
     *
     * @param labels strictly increasing
     * @param counts of them, ≥ 1
     * @throws IllegalArgumentException if they are not
     */
    public static LabelCounts of(long[] labels, int[] counts) {
        if (labels.length != counts.length) {
            throw new IllegalArgumentException(
                    "Labels need as many counts, but there were %d and %d".formatted(labels.length, counts.length));
        }
        for (int i = 0; i < labels.length; i++) {
            if (counts[i] < 1 || (i > 0 && labels[i] <= labels[i - 1])) {
                throw new IllegalArgumentException(
                        "Labels must increase and their counts be ≥ 1, but label %d was %016x with count %d"
                                .formatted(i, labels[i], counts[i]));
            }
        }
        return new LabelCounts(labels.clone(), counts.clone());
    }

    /** Different labels. */
    public int size() {
        return labels.length;
    }

    public long label(int index) {
        return labels[index];
    }

    public int count(int index) {
        return counts[index];
    }

    /** Inner product. */
    public long dot(LabelCounts other) {
        long sum = 0;
        int i = 0;
        int j = 0;
        while (i < labels.length && j < other.labels.length) {
            if (labels[i] == other.labels[j]) {
                sum += (long) counts[i++] * other.counts[j++];
            } else if (labels[i] < other.labels[j]) {
                i++;
            } else {
                j++;
            }
        }
        return sum;
    }

    /** Cosine of the angle between two vectors: 1 for equal ones, 0 for those without a label in common. */
    public double cosine(LabelCounts other) {
        return cosine(dot(other), squaredNorm(), other.squaredNorm());
    }

    /** Inner product with itself. */
    public long squaredNorm() {
        return dot(this);
    }

    /** The cosine from an inner product and the squared norms, in [0, 1]; 0 where a norm is 0. */
    public static double cosine(long dot, long squaredNorm, long otherSquaredNorm) {
        return dot == 0 ? 0 : Math.min(1, dot / Math.sqrt((double) squaredNorm * otherSquaredNorm));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof LabelCounts vector
                && Arrays.equals(labels, vector.labels)
                && Arrays.equals(counts, vector.counts);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(labels) + Arrays.hashCode(counts);
    }

    @Override
    public String toString() {
        return "LabelCounts[%d labels]".formatted(labels.length);
    }
}
