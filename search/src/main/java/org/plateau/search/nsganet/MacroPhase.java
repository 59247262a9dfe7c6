package org.plateau.search.nsganet;

import org.plateau.search.space.GenomeException;

/**
 * One phase of a macro genome: which of its nodes read which earlier ones, and whether the phase is residual.
 *
 * <p>Nodes are numbered from 1. The connection from node i to a later node j is bit (j−1)(j−2)/2 + (i−1), so that bits
 * stand in the order of NSGA-Net's text: those of node 2, of node 3, and so on.
 *
 * @param nodes number of nodes, 2 to {@value #MOST_NODES}
 * @param connections n(n−1)/2 bits, the first one lowest
 * @param residual whether the phase's input is one more branch of its exit
 */
public record MacroPhase(int nodes, int connections, boolean residual) {
    /** The connections of 8 nodes fit an {@code int}; published searches use 4 to 6. */
    public static final int MOST_NODES = 8;

    public MacroPhase {
        requireNodes(nodes);
        if (connections >>> connectionBits(nodes) != 0) {
            throw new GenomeException("Connections of a phase of %d nodes must be %d bits, but were %s"
                    .formatted(nodes, connectionBits(nodes), Integer.toBinaryString(connections)));
        }
    }

    /** Number of connections that a phase of so many nodes may have. */
    public static int connectionBits(int nodes) {
        return nodes * (nodes - 1) / 2;
    }

    /** Whether node {@code to} reads the earlier node {@code from}. */
    public boolean connects(int from, int to) {
        return (connections >>> bit(from, to) & 1) != 0;
    }

    /** Whether any node reads another; a phase without connections is dropped from the network. */
    public boolean active() {
        return connections != 0;
    }

    /** Whether a node reads an earlier one. */
    public boolean hasInputs(int node) {
        for (int from = 1; from < node; from++) {
            if (connects(from, node)) {
                return true;
            }
        }
        return false;
    }

    /** Whether a later node reads this one. */
    public boolean hasOutputs(int node) {
        for (int to = node + 1; to <= nodes; to++) {
            if (connects(node, to)) {
                return true;
            }
        }
        return false;
    }

    static int bit(int from, int to) {
        return (to - 1) * (to - 2) / 2 + from - 1;
    }

    static void requireNodes(int nodes) {
        if (nodes < 2 || nodes > MOST_NODES) {
            throw new GenomeException("A phase must have 2 to %d nodes, but had %d".formatted(MOST_NODES, nodes));
        }
    }
}
