package org.plateau.search;

import java.util.List;
import org.plateau.search.pareto.Costs;

/**
 * Everything that a searcher knows beside its settings.
 *
 * @param searcher name of the searcher
 * @param space name of the search space
 * @param random state of its random generator
 * @param genomes in the order in which they were asked for, so that ask n is at index n−1
 * @param pending candidates that it was not told about yet, in the order of their asks
 * @param population evaluated candidates that it breeds from, in the order of their asks
 * @param waiting evaluated candidates of a generation that is not complete, in the order of their tells
 */
public record SearcherState(
        String searcher,
        String space,
        long random,
        List<String> genomes,
        List<Candidate> pending,
        List<Member> population,
        List<Member> waiting) {
    /** An evaluated candidate. */
    public record Member(int ask, String genome, Costs costs) {}

    public SearcherState {
        genomes = List.copyOf(genomes);
        pending = List.copyOf(pending);
        population = List.copyOf(population);
        waiting = List.copyOf(waiting);
    }

    /**
     * Refuses a state of another searcher or another space.
     *
     * @throws SearcherException if it is one
     */
    public void requireOf(String expectedSearcher, String expectedSpace) {
        if (!searcher.equals(expectedSearcher) || !space.equals(expectedSpace)) {
            throw new SearcherException("A state of searcher %s on space %s was expected, but it was of %s on %s"
                    .formatted(expectedSearcher, expectedSpace, searcher, space));
        }
    }
}
