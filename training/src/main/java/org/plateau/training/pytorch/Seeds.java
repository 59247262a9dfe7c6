package org.plateau.training.pytorch;

import java.util.SplittableRandom;

/**
 * Random numbers of a training: everything is drawn anew from (seed, epoch), so that a resumed training draws what an
 * undisturbed one would have drawn.
 *
 * @param seed of the training
 */
record Seeds(long seed) {
    /** Source of the initial weights. */
    SplittableRandom initialization() {
        return new SplittableRandom(mix(seed));
    }

    /** Order of the images in an epoch: a permutation of 0 … images − 1. */
    long[] order(int epoch, int images) {
        SplittableRandom random = new SplittableRandom(mix(mix(seed) + 2L * epoch + 1));
        long[] order = new long[images];
        for (int i = 0; i < images; i++) {
            int place = random.nextInt(i + 1);
            order[i] = order[place];
            order[place] = i;
        }
        return order;
    }

    /** Seed of the engine's own generator (dropout) in an epoch. */
    long engine(int epoch) {
        return mix(mix(seed) + 2L * epoch + 2);
    }

    /** SplitMix64's finaliser (Steele, Lea and Flood 2014), which spreads neighbouring seeds. */
    private static long mix(long value) {
        long z = value + 0x9e3779b97f4a7c15L;
        z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }
}
