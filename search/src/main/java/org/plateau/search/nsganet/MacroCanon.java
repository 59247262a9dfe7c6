package org.plateau.search.nsganet;

import java.util.ArrayList;
import java.util.List;

/**
 * The representative of all macro genomes whose networks are one graph, whatever its nodes are called.
 *
 * <p>Active phases move to the front, the others become empty; within a phase, the numbering of the nodes with the
 * smallest connection bits is taken among all that keep every node behind those it reads.
 */
final class MacroCanon {
    private final MacroPhase phase;
    private final int[] place;
    private int best = -1;

    private MacroCanon(MacroPhase phase) {
        this.phase = phase;
        this.place = new int[phase.nodes() + 1];
    }

    static MacroGenome of(MacroGenome genome) {
        List<MacroPhase> phases = new ArrayList<>();
        for (MacroPhase phase : genome.phases()) {
            if (phase.active()) {
                MacroCanon canon = new MacroCanon(phase);
                canon.number(1, 0);
                phases.add(new MacroPhase(phase.nodes(), canon.best, phase.residual()));
            }
        }
        while (phases.size() < genome.phases().size()) {
            phases.add(new MacroPhase(genome.nodes(), 0, false));
        }
        return new MacroGenome(phases);
    }

    /** Gives the number {@code next} to every node that may have it, and so on; bits of earlier numbers stand. */
    private void number(int next, int bits) {
        if (next > phase.nodes()) {
            best = best < 0 ? bits : Math.min(best, bits);
            return;
        }
        for (int node = 1; node <= phase.nodes(); node++) {
            if (place[node] == 0 && ready(node)) {
                place[node] = next;
                number(next + 1, bits | reads(node, next));
                place[node] = 0;
            }
        }
    }

    private boolean ready(int node) {
        for (int from = 1; from < node; from++) {
            if (phase.connects(from, node) && place[from] == 0) {
                return false;
            }
        }
        return true;
    }

    private int reads(int node, int number) {
        int bits = 0;
        for (int from = 1; from < node; from++) {
            if (phase.connects(from, node)) {
                bits |= 1 << MacroPhase.bit(place[from], number);
            }
        }
        return bits;
    }
}
