package org.plateau.workflow.configuration;

import org.plateau.search.Searcher;
import org.plateau.search.searchers.Novelty;
import org.plateau.search.searchers.NsgaII;
import org.plateau.search.searchers.NsgaIISettings;
import org.plateau.search.searchers.RandomSearch;
import org.plateau.search.space.SearchSpace;

/** A searcher before it has a space. */
public sealed interface SearcherSettings {
    /** The searcher at its beginning. */
    Searcher over(SearchSpace<?> space, long seed);

    /** NSGA-II, steady or generational. */
    record Nsga2(NsgaIISettings settings) implements SearcherSettings {
        @Override
        public Searcher over(SearchSpace<?> space, long seed) {
            return new NsgaII<>(space, settings, seed);
        }
    }

    /** Networks drawn at random. */
    record Random(Novelty novelty) implements SearcherSettings {
        @Override
        public Searcher over(SearchSpace<?> space, long seed) {
            return new RandomSearch<>(space, novelty, seed);
        }
    }
}
