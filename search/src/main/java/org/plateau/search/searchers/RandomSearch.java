package org.plateau.search.searchers;

import java.util.List;
import java.util.Optional;
import org.plateau.search.Asked;
import org.plateau.search.Candidate;
import org.plateau.search.Searcher;
import org.plateau.search.SearcherState;
import org.plateau.search.Told;
import org.plateau.search.space.SearchSpace;

/** Draws genomes from the whole space, none twice, and learns nothing: the searcher that others must beat. */
public final class RandomSearch<G> implements Searcher {
    /** The name of this searcher in configurations and states. */
    public static final String NAME = "random";

    private final SearchSpace<G> space;
    private final Ledger<G> ledger;
    private SplitMix64 random;

    /** A search from its beginning. */
    public RandomSearch(SearchSpace<G> space, Novelty novelty, long seed) {
        this(space, new Ledger<>(space, novelty), new SplitMix64(seed));
    }

    private RandomSearch(SearchSpace<G> space, Ledger<G> ledger, SplitMix64 random) {
        this.space = space;
        this.ledger = ledger;
        this.random = random;
    }

    /**
     * A search that goes on from a state.
     *
     * @throws org.plateau.search.SearcherException if the state is another searcher's or another space's
     */
    public static <G> RandomSearch<G> restored(SearchSpace<G> space, Novelty novelty, SearcherState state) {
        state.requireOf(NAME, space.name());
        return new RandomSearch<>(space, Ledger.restored(space, novelty, state), new SplitMix64(state.random()));
    }

    @Override
    public Asked ask() {
        SplitMix64 next = new SplitMix64(random.state());
        Optional<G> genome = ledger.randomNew(next);
        if (genome.isEmpty()) {
            return new Asked.Exhausted(Ledger.RANDOM_TRIES);
        }
        random = next;
        return new Asked.Proposed(ledger.add(genome.get(), 0, Candidate.RANDOM, List.of()));
    }

    @Override
    public void tell(int ask, Told told) {
        ledger.requirePending(ask);
        ledger.settle(ask);
    }

    @Override
    public SearcherState state() {
        return new SearcherState(
                NAME, space.name(), random.state(), ledger.texts(), ledger.pending(), List.of(), List.of());
    }
}
