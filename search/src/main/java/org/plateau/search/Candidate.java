package org.plateau.search;

import java.util.List;

/**
 * A genome that a searcher wants to have evaluated.
 *
 * @param ask its number in the order in which the searcher was asked, from 1
 * @param generation from 0
 * @param genome in the text form of the search space
 * @param operator that made it: {@code random} or {@code crossover+mutation}
 * @param parents ask numbers of the candidates that it was made from, empty for a random one
 */
public record Candidate(int ask, int generation, String genome, String operator, List<Integer> parents) {
    /** Operator of a genome drawn from the whole space. */
    public static final String RANDOM = "random";

    /** Operator of a child of two parents, mutated. */
    public static final String VARIATION = "crossover+mutation";

    public Candidate {
        if (ask < 1 || generation < 0) {
            throw new SearcherException(
                    "A candidate's ask number counts from 1 and its generation from 0, but were %d and %d"
                            .formatted(ask, generation));
        }
        parents = List.copyOf(parents);
    }
}
