package org.plateau.search;

import org.plateau.search.pareto.Costs;

/** What became of a candidate. */
public sealed interface Told {
    /** It was evaluated, with these costs, one for each objective. */
    record Evaluated(Costs costs) implements Told {}

    /** It could not be evaluated, for a reason in a few words. It takes no further part in the search. */
    record Failed(String reason) implements Told {}
}
