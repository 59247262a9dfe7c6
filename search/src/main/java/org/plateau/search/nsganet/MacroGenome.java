package org.plateau.search.nsganet;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.plateau.search.space.GenomeException;

/**
 * A genome of the macro space: its phases, from the network's input to its output, all of one number of nodes.
 *
 * @param phases at least one
 */
public record MacroGenome(List<MacroPhase> phases) {
    public MacroGenome {
        phases = List.copyOf(phases);
        if (phases.isEmpty()) {
            throw new GenomeException("A macro genome must have at least 1 phase, but had none");
        }
        int nodes = phases.get(0).nodes();
        for (MacroPhase phase : phases) {
            if (phase.nodes() != nodes) {
                throw new GenomeException("Phases of a macro genome must have equally many nodes, but had %d and %d"
                        .formatted(nodes, phase.nodes()));
            }
        }
    }

    /** Nodes of each phase. */
    public int nodes() {
        return phases.get(0).nodes();
    }

    /** Number of bits: for each phase its connections and one for the residual. */
    public int length() {
        return phases.size() * phaseLength(nodes());
    }

    /** The bits in the order of the text form. */
    public BitSet bits() {
        int length = phaseLength(nodes());
        BitSet bits = new BitSet(length());
        for (int p = 0; p < phases.size(); p++) {
            MacroPhase phase = phases.get(p);
            for (int bit = 0; bit < length - 1; bit++) {
                bits.set(p * length + bit, (phase.connections() >>> bit & 1) != 0);
            }
            bits.set((p + 1) * length - 1, phase.residual());
        }
        return bits;
    }

    /** The genome of so many phases and nodes from its bits, in the order of the text form. */
    public static MacroGenome of(int phases, int nodes, BitSet bits) {
        MacroPhase.requireNodes(nodes);
        int length = phaseLength(nodes);
        List<MacroPhase> all = new ArrayList<>(phases);
        for (int p = 0; p < phases; p++) {
            BitSet phase = bits.get(p * length, (p + 1) * length);
            boolean residual = phase.get(length - 1);
            phase.clear(length - 1);
            long[] words = phase.toLongArray();
            all.add(new MacroPhase(nodes, words.length == 0 ? 0 : (int) words[0], residual));
        }
        return new MacroGenome(all);
    }

    private static int phaseLength(int nodes) {
        return MacroPhase.connectionBits(nodes) + 1;
    }
}
