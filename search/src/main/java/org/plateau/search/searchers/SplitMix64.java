package org.plateau.search.searchers;

import java.util.random.RandomGenerator;

/**
 * A random generator whose whole state is one number that can be read, written down and restored (Steele, Lea and Flood
 * 2014, 10.1145/2714064.2660195). The JDK's own {@code SplittableRandom} keeps its state to itself.
 *
 * <p>All the draws that search spaces make are spelled out here, so that they do not depend on the JDK's version.
 */
public final class SplitMix64 implements RandomGenerator {
    private long state;

    /** A generator from a seed, or from a {@link #state}. */
    public SplitMix64(long state) {
        this.state = state;
    }

    /** What a new generator continues from. */
    public long state() {
        return state;
    }

    @Override
    public long nextLong() {
        state += 0x9e3779b97f4a7c15L;
        long z = state;
        z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }

    @Override
    public int nextInt() {
        return (int) (nextLong() >>> 32);
    }

    /** Uniform in 0 … bound−1 but for a bias below bound/2³². */
    @Override
    public int nextInt(int bound) {
        if (bound < 1) {
            throw new IllegalArgumentException("A bound must be at least 1, but was " + bound);
        }
        return (int) (((nextLong() >>> 32) * bound) >>> 32);
    }

    @Override
    public boolean nextBoolean() {
        return nextLong() < 0;
    }

    @Override
    public double nextDouble() {
        return (nextLong() >>> 11) * 0x1.0p-53;
    }
}
