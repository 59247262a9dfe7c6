package org.plateau.commons.query;

import java.util.BitSet;
import java.util.stream.LongStream;

/** Keys of rows. Mutable, one owner. */
public final class KeySet {
    private final BitSet bits = new BitSet();

    /**
     * Adds a key.
     *
     * @throws ArithmeticException if it is not below 2³¹
     */
    public void add(long key) {
        bits.set(Math.toIntExact(key));
    }

    public boolean contains(long key) {
        return key < bits.length() && bits.get((int) key);
    }

    public int size() {
        return bits.cardinality();
    }

    /** The keys, in order. */
    public LongStream keys() {
        return bits.stream().asLongStream();
    }

    /** A byte for each key from 0 to the largest: 1 for those in the set. */
    byte[] flags() {
        byte[] flags = new byte[Math.max(1, bits.length())];
        bits.stream().forEach(key -> flags[key] = 1);
        return flags;
    }
}
