package org.plateau.workflow.orchestrator;

/** Seeds that are drawn from one seed and do not look alike. */
final class Seeds {
    private Seeds() {}

    /** The n-th seed: the finaliser of SplitMix64 (Steele, Lea and Flood 2014, 10.1145/2714064.2660195), kept positive. */
    static long of(long seed, int n) {
        long z = seed + n * 0x9E3779B97F4A7C15L;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return (z ^ (z >>> 31)) & Long.MAX_VALUE;
    }
}
