package org.plateau.commons.similar;

import java.nio.ByteBuffer;
import org.plateau.core.similarity.LabelCounts;

/** Vectors of labels as bytes: twelve for each label, big-endian. */
final class Labels {
    private static final int BYTES = Long.BYTES + Integer.BYTES;

    private Labels() {}

    static byte[] bytes(LabelCounts counts) {
        ByteBuffer buffer = ByteBuffer.allocate(BYTES * counts.size());
        for (int i = 0; i < counts.size(); i++) {
            buffer.putLong(counts.label(i)).putInt(counts.count(i));
        }
        return buffer.array();
    }

    static LabelCounts counts(byte[] bytes) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        long[] labels = new long[bytes.length / BYTES];
        int[] counts = new int[labels.length];
        for (int i = 0; i < labels.length; i++) {
            labels[i] = buffer.getLong();
            counts[i] = buffer.getInt();
        }
        return LabelCounts.of(labels, counts);
    }
}
