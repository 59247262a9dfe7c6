package org.plateau.search.nsganet;

import java.util.BitSet;
import java.util.random.RandomGenerator;

/** The variation operators of NSGA-Net on the bits of a macro genome. */
final class MacroVariation {
    /** Distribution index of the polynomial mutation in NSGA-Net. */
    private static final double ETA = 3;

    /**
     * Probability that a polynomial mutation (Deb and Goyal 1996) of a 0/1 variable changes it, where the variable is
     * mutated as a real number in [−½, 1½] and then rounded: ½·(¾^(η+1) − ¼^(η+1)) / (1 − ¼^(η+1)), 8/51 for η = 3.
     */
    static final double FLIP =
            0.5 * (Math.pow(0.75, ETA + 1) - Math.pow(0.25, ETA + 1)) / (1 - Math.pow(0.25, ETA + 1));

    private MacroVariation() {}

    /** The first parent with the bits between two different cuts, neither at an end, taken from the second. */
    static MacroGenome twoPoint(MacroGenome first, MacroGenome second, RandomGenerator random) {
        int cuts = first.length() - 1;
        int one = 1 + random.nextInt(cuts);
        int other = 1 + random.nextInt(cuts - 1);
        if (other >= one) {
            other++;
        }
        BitSet child = first.bits();
        BitSet donor = second.bits();
        for (int bit = Math.min(one, other); bit < Math.max(one, other); bit++) {
            child.set(bit, donor.get(bit));
        }
        return MacroGenome.of(first.phases().size(), first.nodes(), child);
    }

    /** Each bit is drawn with probability 1/n, and a drawn bit flips with probability {@link #FLIP}. */
    static MacroGenome polynomial(MacroGenome genome, RandomGenerator random) {
        BitSet bits = genome.bits();
        double rate = FLIP / genome.length();
        for (int bit = 0; bit < genome.length(); bit++) {
            if (random.nextDouble() < rate) {
                bits.flip(bit);
            }
        }
        return MacroGenome.of(genome.phases().size(), genome.nodes(), bits);
    }
}
