package org.plateau.search.searchers;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.plateau.search.Asked;
import org.plateau.search.Candidate;
import org.plateau.search.Searcher;
import org.plateau.search.SearcherException;
import org.plateau.search.SearcherState;
import org.plateau.search.SearcherState.Member;
import org.plateau.search.Told;
import org.plateau.search.pareto.Costs;
import org.plateau.search.searchers.NsgaIISettings.Pace;
import org.plateau.search.space.SearchSpace;

/**
 * NSGA-II (Deb et al. 2002, 10.1109/4235.996017) as an ask/tell searcher; with {@link Pace#STEADY} in its steady-state
 * form, where nothing waits (Durillo et al. 2009, 10.1007/978-3-642-01020-0_18).
 *
 * <p>The first asks are random genomes. A later one is a child of two winners of binary tournaments by rank and
 * crowding, crossed and mutated by the space's operators. Tells enter the population, of which the best by rank and
 * crowding stay. A child that is not new is bred again, {@value #BREEDING_TRIES} times at most; then a random genome
 * takes its place. Failed candidates never enter the population, and where fewer than two members are there to breed
 * from, genomes are random.
 */
public final class NsgaII<G> implements Searcher {
    /** The name of this searcher in configurations and states. */
    public static final String NAME = "nsga-ii";

    static final int BREEDING_TRIES = 200;

    private final SearchSpace<G> space;
    private final NsgaIISettings settings;
    private final Ledger<G> ledger;
    private final List<Member> waiting;
    private Population population;
    private SplitMix64 random;

    /** A search from its beginning. */
    public NsgaII(SearchSpace<G> space, NsgaIISettings settings, long seed) {
        this(space, settings, new Ledger<>(space, settings.novelty()), List.of(), List.of(), seed);
    }

    private NsgaII(
            SearchSpace<G> space,
            NsgaIISettings settings,
            Ledger<G> ledger,
            List<Member> members,
            List<Member> waiting,
            long random) {
        this.space = space;
        this.settings = settings;
        this.ledger = ledger;
        this.population = Population.of(members);
        this.waiting = new ArrayList<>(waiting);
        this.random = new SplitMix64(random);
    }

    /**
     * A search that goes on from a state, with the settings that it had.
     *
     * @throws SearcherException if the state is another searcher's or another space's
     */
    public static <G> NsgaII<G> restored(SearchSpace<G> space, NsgaIISettings settings, SearcherState state) {
        state.requireOf(NAME, space.name());
        Ledger<G> ledger = Ledger.restored(space, settings.novelty(), state);
        return new NsgaII<>(space, settings, ledger, state.population(), state.waiting(), state.random());
    }

    @Override
    public Asked ask() {
        boolean generationIsAsked = settings.endsGeneration(ledger.asked());
        if (settings.pace() == Pace.GENERATIONAL && generationIsAsked && ledger.pendingCount() > 0) {
            return new Asked.Waiting(ledger.pendingCount());
        }
        SplitMix64 next = new SplitMix64(random.state());
        Optional<Candidate> candidate = bred(next).or(() -> drawn(next));
        if (candidate.isEmpty()) {
            return new Asked.Exhausted(Ledger.RANDOM_TRIES);
        }
        random = next;
        return new Asked.Proposed(candidate.get());
    }

    private Optional<Candidate> bred(SplitMix64 next) {
        if (ledger.asked() < settings.population() || population.size() < 2) {
            return Optional.empty();
        }
        for (int attempt = 0; attempt < BREEDING_TRIES; attempt++) {
            int first = population.tournament(next).ask();
            int second = population.tournament(next).ask();
            G crossed = space.crossover(ledger.genome(first), ledger.genome(second), next);
            G child = space.mutate(crossed, next);
            if (ledger.isNew(child)) {
                return Optional.of(ledger.add(child, generation(), Candidate.VARIATION, List.of(first, second)));
            }
        }
        return Optional.empty();
    }

    private Optional<Candidate> drawn(SplitMix64 next) {
        return ledger.randomNew(next).map(genome -> ledger.add(genome, generation(), Candidate.RANDOM, List.of()));
    }

    private int generation() {
        return settings.generation(ledger.asked() + 1);
    }

    private boolean generationIsComplete() {
        return settings.endsGeneration(ledger.asked()) && ledger.pendingCount() == 0;
    }

    @Override
    public void tell(int ask, Told told) {
        Candidate candidate = ledger.requirePending(ask);
        if (told instanceof Told.Evaluated evaluated) {
            requireObjectives(evaluated.costs());
            waiting.add(new Member(ask, candidate.genome(), evaluated.costs()));
        }
        ledger.settle(ask);
        if (settings.pace() == Pace.STEADY || generationIsComplete()) {
            population = population.survivors(waiting, settings.population());
            waiting.clear();
        }
    }

    private void requireObjectives(Costs costs) {
        List<Member> known = population.size() > 0 ? population.members() : waiting;
        if (!known.isEmpty() && known.get(0).costs().size() != costs.size()) {
            throw new SearcherException("Costs must be of %d objectives as before, but were %s"
                    .formatted(known.get(0).costs().size(), costs.values()));
        }
    }

    @Override
    public SearcherState state() {
        return new SearcherState(
                NAME, space.name(), random.state(), ledger.texts(), ledger.pending(), population.members(), waiting);
    }
}
