package org.plateau.search.searchers;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.plateau.search.Asked;
import org.plateau.search.Candidate;
import org.plateau.search.Searcher;
import org.plateau.search.Told;
import org.plateau.search.pareto.Costs;
import org.plateau.search.space.SearchSpace;

/** Drives a searcher as an orchestrator would, with asks and tells mixed at random, and keeps a journal of both. */
final class Loop {
    /** One line of the journal: an ask that proposed a candidate, or a tell. */
    sealed interface Line {
        record Proposed(Candidate candidate) implements Line {}

        record Told(int ask, org.plateau.search.Told told) implements Line {}
    }

    private final Searcher searcher;
    private final Function<String, Told> evaluation;
    private final List<Candidate> running = new ArrayList<>();
    private final List<Line> journal = new ArrayList<>();

    Loop(Searcher searcher, Function<String, Told> evaluation, List<Candidate> running) {
        this.searcher = searcher;
        this.evaluation = evaluation;
        this.running.addAll(running);
    }

    Loop(Searcher searcher, Function<String, Told> evaluation) {
        this(searcher, evaluation, List.of());
    }

    /** Fills up to {@code slots} places, then tells a random running candidate; so many times. */
    Loop steps(int count, int slots, SplitMix64 chance) {
        for (int step = 0; step < count; step++) {
            boolean proposed = true;
            while (proposed && running.size() < slots) {
                proposed = ask().isPresent();
            }
            if (!running.isEmpty()) {
                tell(running.get(chance.nextInt(running.size())));
            }
        }
        return this;
    }

    Optional<Candidate> ask() {
        if (searcher.ask() instanceof Asked.Proposed proposed) {
            running.add(proposed.candidate());
            journal.add(new Line.Proposed(proposed.candidate()));
            return Optional.of(proposed.candidate());
        }
        return Optional.empty();
    }

    void tell(Candidate candidate) {
        running.remove(candidate);
        Told told = evaluation.apply(candidate.genome());
        searcher.tell(candidate.ask(), told);
        journal.add(new Line.Told(candidate.ask(), told));
    }

    List<Line> journal() {
        return List.copyOf(journal);
    }

    List<Candidate> candidates() {
        return journal.stream()
                .flatMap(line ->
                        line instanceof Line.Proposed proposed ? Stream.of(proposed.candidate()) : Stream.empty())
                .toList();
    }

    /** Two costs in conflict: MFLOPs, and a fixed pseudo-random number that more MFLOPs tend to lower; some fail. */
    static <G> Function<String, Told> conflict(SearchSpace<G> space) {
        return genome -> {
            long mixed = new SplitMix64(genome.hashCode()).nextLong();
            if (Math.floorMod(mixed, 11) == 0) {
                return new Told.Failed("the eleventh");
            }
            double megaflops = space.architecture(genome).flops() / 1e6;
            return new Told.Evaluated(Costs.of(Math.floorMod(mixed, 50) - Math.log(megaflops), megaflops));
        };
    }
}
