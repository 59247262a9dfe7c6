package org.plateau.diffraction;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;

/**
 * One pattern to be made: the index-th of its set and class.
 *
 * @param conformation its class's name
 * @param classIndex 0 or 1
 * @param index counts from 0 within set and class
 * @param id the number in the file's name, which no other pattern of the class has
 */
record Shot(String conformation, int classIndex, ImageSet set, int index, int id) {
    /** The golden ratio's odd 64-bit number, SplitMix64's increment. */
    private static final long INCREMENT = 0x9E3779B97F4A7C15L;

    /** All shots of a class, those for training first. */
    static List<Shot> all(String conformation, int classIndex, DiffractionSettings settings) {
        int train = settings.trainPerClass();
        return Stream.concat(
                        IntStream.range(0, train)
                                .mapToObj(i -> new Shot(conformation, classIndex, ImageSet.TRAINSET, i, i + 1)),
                        IntStream.range(0, settings.testPerClass())
                                .mapToObj(i -> new Shot(conformation, classIndex, ImageSet.TESTSET, i, train + i + 1)))
                .toList();
    }

    /**
     * A random generator that depends on the seed and this shot's place alone, so that neither threads nor the number
     * of patterns changes a pattern.
     */
    UniformRandomProvider random(long seed) {
        long mixed = mix(mix(mix(mix(seed) + classIndex) + set.stream()) + index);
        return RandomSource.XO_SHI_RO_256_PP.create(mixed);
    }

    /** The image's path in the data set's folder, with slashes. */
    String file(Beam beam) {
        return set.folder() + "/" + beam.label() + "_ef2_" + conformation + "_ptm" + id + ".tiff";
    }

    /** SplitMix64's finaliser (Steele, Lea and Flood, OOPSLA 2014). */
    private static long mix(long value) {
        long z = value + INCREMENT;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
