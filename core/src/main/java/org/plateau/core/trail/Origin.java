package org.plateau.core.trail;

import java.util.List;

/**
 * How a network came to be.
 *
 * @param search id of the search
 * @param ask its number in the order in which the searcher was asked, from 1
 * @param generation from 0
 * @param space name of the search space
 * @param genome what the searcher varied, in the space's own text form
 * @param operator that made the genome: {@code random}, {@code crossover+mutation} …
 * @param parents network ids
 */
public record Origin(
        String search, int ask, int generation, String space, String genome, String operator, List<String> parents) {
    public Origin {
        parents = List.copyOf(parents);
    }
}
