package org.plateau.search;

import java.util.List;

/**
 * Everything that a searcher knows beside its settings.
 *
 * @param random state of its random generator
 * @param genomes in the order in which they were asked for, so that ask n is at index n−1
 * @param pending candidates that it was not told about yet, in the order of their asks
 * @param population candidates that it breeds from with their costs, in the searcher's order
 * @param waiting children of the running generation that were told already, in a generational search; else empty
 */
public record SearcherState(
        long random, List<String> genomes, List<Candidate> pending, List<Member> population, List<Member> waiting) {
    /** An evaluated candidate. */
    public record Member(int ask, String genome, List<Double> costs) {
        public Member {
            costs = List.copyOf(costs);
        }
    }

    public SearcherState {
        genomes = List.copyOf(genomes);
        pending = List.copyOf(pending);
        population = List.copyOf(population);
        waiting = List.copyOf(waiting);
    }
}
