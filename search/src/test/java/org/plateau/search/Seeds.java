package org.plateau.search;

import java.util.stream.LongStream;
import org.plateau.search.searchers.SplitMix64;

/** Seeds for property tests: new ones in every run, printed, and set again with {@code -Dplateau.test.seed}. */
public final class Seeds {
    private Seeds() {}

    /** So many seeds, each printed when its turn comes. */
    public static LongStream of(int count) {
        long first = Long.getLong("plateau.test.seed", System.nanoTime());
        return LongStream.range(0, count)
                .map(index -> first + index)
                .peek(seed -> System.out.println("plateau.test.seed = " + seed));
    }

    /** One printed seed. */
    public static SplitMix64 random() {
        return new SplitMix64(of(1).findFirst().orElseThrow());
    }
}
