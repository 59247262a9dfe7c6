package org.plateau.search.searchers;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.plateau.search.Candidate;
import org.plateau.search.SearcherException;
import org.plateau.search.SearcherState;
import org.plateau.search.space.SearchSpace;

/** What a searcher has asked for, what of it is pending, and so what would be new. */
final class Ledger<G> {
    /** Random draws in a row that may give nothing new before a space counts as exhausted. */
    static final int RANDOM_TRIES = 2000;

    private final SearchSpace<G> space;
    private final Novelty novelty;
    private final List<G> genomes = new ArrayList<>();
    private final Map<Integer, Candidate> pending = new LinkedHashMap<>();
    private final Set<G> known = new HashSet<>();

    Ledger(SearchSpace<G> space, Novelty novelty) {
        this.space = space;
        this.novelty = novelty;
    }

    /** The ledger as it was in a state. */
    static <G> Ledger<G> restored(SearchSpace<G> space, Novelty novelty, SearcherState state) {
        Ledger<G> ledger = new Ledger<>(space, novelty);
        state.genomes().stream().map(space::parse).forEach(ledger::remember);
        state.pending().forEach(candidate -> ledger.pending.put(candidate.ask(), candidate));
        return ledger;
    }

    int asked() {
        return genomes.size();
    }

    List<String> texts() {
        return genomes.stream().map(space::text).toList();
    }

    G genome(int ask) {
        return genomes.get(ask - 1);
    }

    List<Candidate> pending() {
        return List.copyOf(pending.values());
    }

    int pendingCount() {
        return pending.size();
    }

    boolean isNew(G genome) {
        return !known.contains(key(genome));
    }

    Optional<G> randomNew(RandomGenerator random) {
        for (int attempt = 0; attempt < RANDOM_TRIES; attempt++) {
            G genome = space.random(random);
            if (isNew(genome)) {
                return Optional.of(genome);
            }
        }
        return Optional.empty();
    }

    Candidate add(G genome, int generation, String operator, List<Integer> parents) {
        remember(genome);
        Candidate candidate = new Candidate(asked(), generation, space.text(genome), operator, parents);
        pending.put(candidate.ask(), candidate);
        return candidate;
    }

    Candidate requirePending(int ask) {
        Candidate candidate = pending.get(ask);
        if (candidate == null) {
            throw new SearcherException("Ask %d must be pending to be told about, but %s"
                    .formatted(ask, ask >= 1 && ask <= asked() ? "was told before" : "was never asked"));
        }
        return candidate;
    }

    void settle(int ask) {
        pending.remove(ask);
    }

    private void remember(G genome) {
        genomes.add(genome);
        known.add(key(genome));
    }

    private G key(G genome) {
        return novelty == Novelty.NETWORK ? space.canonical(genome) : genome;
    }
}
