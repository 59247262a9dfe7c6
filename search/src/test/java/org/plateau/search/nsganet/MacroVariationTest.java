package org.plateau.search.nsganet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.BitSet;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.plateau.core.architecture.Shape;
import org.plateau.search.Seeds;
import org.plateau.search.searchers.SplitMix64;

class MacroVariationTest {
    private final NsgaNetMacroSpace space = new NsgaNetMacroSpace(new Shape.Image(1, 32, 32), 2, 8);

    @Test
    void aChildIsItsFirstParentOutsideTwoCutsAndItsSecondBetweenThem() {
        SplitMix64 random = Seeds.random();
        MacroGenome zeros = MacroGenome.of(3, 4, new BitSet());
        BitSet full = new BitSet();
        full.set(0, space.length());
        MacroGenome ones = MacroGenome.of(3, 4, full);
        Set<Integer> starts = new HashSet<>();
        Set<Integer> ends = new HashSet<>();
        for (int trial = 0; trial < 5000; trial++) {
            BitSet child = space.crossover(zeros, ones, random).bits();
            int start = child.nextSetBit(0);
            int end = child.nextClearBit(start);
            assertThat(child.cardinality()).isEqualTo(end - start).isPositive();
            starts.add(start);
            ends.add(end);
        }
        assertThat(starts).containsExactlyInAnyOrderElementsOf(range(1, 19));
        assertThat(ends).containsExactlyInAnyOrderElementsOf(range(2, 20));
    }

    @Test
    void aDrawnBitFlipsAsOftenAsPolynomialMutationOfAnIntegerChangesIt() {
        assertThat(MacroVariation.FLIP).isEqualTo(8.0 / 51, within(1e-15));

        int steps = 1_000_000;
        int changed = 0;
        for (int step = 0; step < steps; step++) {
            double mutated = polynomial(0, (step + 0.5) / steps, 3, -0.5, 1.5);
            changed += Math.rint(mutated) == 0 ? 0 : 1;
        }
        assertThat((double) changed / steps).isEqualTo(MacroVariation.FLIP, within(2e-6));
    }

    @Test
    void mutationFlipsEachBitWithItsShareOfTheRate() {
        SplitMix64 random = new SplitMix64(20);
        MacroGenome genome = space.random(random);
        int[] flips = new int[space.length()];
        int trials = 200_000;
        for (int trial = 0; trial < trials; trial++) {
            BitSet changed = space.mutate(genome, random).bits();
            changed.xor(genome.bits());
            changed.stream().forEach(bit -> flips[bit]++);
        }
        double expected = trials * MacroVariation.FLIP / space.length();
        for (int count : flips) {
            assertThat((double) count).isEqualTo(expected, within(5 * Math.sqrt(expected)));
        }
    }

    /** Polynomial mutation of a bounded real number (Deb and Goyal 1996) for a uniform draw. */
    private static double polynomial(double x, double draw, double eta, double lower, double upper) {
        double extent = upper - lower;
        double below = Math.pow(1 - (x - lower) / extent, eta + 1);
        double above = Math.pow(1 - (upper - x) / extent, eta + 1);
        double change = draw <= 0.5
                ? Math.pow(2 * draw + (1 - 2 * draw) * below, 1 / (eta + 1)) - 1
                : 1 - Math.pow(2 * (1 - draw) + (2 * draw - 1) * above, 1 / (eta + 1));
        return x + change * extent;
    }

    private static Set<Integer> range(int first, int last) {
        Set<Integer> range = new HashSet<>();
        for (int value = first; value <= last; value++) {
            range.add(value);
        }
        return range;
    }
}
