package org.plateau.search;

import java.util.List;

/** What became of a candidate. */
public sealed interface Told {
    /**
     * It was evaluated.
     *
     * @param costs one number for each objective, all of them to be minimised; none of them NaN
     */
    record Evaluated(List<Double> costs) implements Told {
        public Evaluated {
            costs = List.copyOf(costs);
            if (costs.isEmpty() || costs.stream().anyMatch(cost -> Double.isNaN(cost))) {
                throw new SearcherException(
                        "An evaluated candidate needs at least 1 cost and none that is NaN, but had " + costs);
            }
        }
    }

    /** It could not be evaluated, for a reason in a few words. It takes no further part in the search. */
    record Failed(String reason) implements Told {}
}
