package org.plateau.search.searchers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.plateau.core.architecture.Shape;
import org.plateau.search.Asked;
import org.plateau.search.Candidate;
import org.plateau.search.Searcher;
import org.plateau.search.SearcherState;
import org.plateau.search.Seeds;
import org.plateau.search.nsganet.MacroGenome;
import org.plateau.search.nsganet.NsgaNetMacroSpace;
import org.plateau.search.searchers.NsgaIISettings.Pace;

class ExhaustionTest {
    /** One phase of three nodes: 16 genomes, which stand for 11 networks. */
    private static final NsgaNetMacroSpace SMALL = new NsgaNetMacroSpace(new Shape.Image(1, 8, 8), 2, 2, 1, 3);

    @Test
    void everyGenomeOfASmallSpaceIsProposedOnceAndThenTheSpaceIsExhausted() {
        Seeds.of(20).forEach(seed -> {
            for (Pace pace : Pace.values()) {
                NsgaIISettings settings = new NsgaIISettings(4, 4, pace, Novelty.GENOME);
                List<Candidate> candidates = exhaust(new NsgaII<>(SMALL, settings, seed));
                assertThat(candidates).extracting(Candidate::genome).hasSize(16).doesNotHaveDuplicates();
            }
            assertThat(exhaust(new RandomSearch<>(SMALL, Novelty.GENOME, seed))).hasSize(16);
        });
    }

    @Test
    void everyNetworkOfASmallSpaceIsProposedOnceAndThenTheSpaceIsExhausted() {
        Seeds.of(20).forEach(seed -> {
            Searcher searcher = new NsgaII<>(SMALL, NsgaIISettings.steady(4), seed);
            Set<MacroGenome> networks = exhaust(searcher).stream()
                    .map(candidate -> SMALL.canonical(SMALL.parse(candidate.genome())))
                    .collect(Collectors.toSet());

            assertThat(networks).hasSize(11);
            assertThat(exhaust(new RandomSearch<>(SMALL, Novelty.NETWORK, seed)))
                    .hasSize(11);
        });
    }

    @Test
    void anExhaustedSearcherStaysAsItIs() {
        Searcher searcher = new NsgaII<>(SMALL, NsgaIISettings.steady(4), 7);
        exhaust(searcher);
        SearcherState state = searcher.state();

        assertThat(searcher.ask()).isEqualTo(new Asked.Exhausted(Ledger.RANDOM_TRIES));
        assertThat(searcher.state()).isEqualTo(state);
    }

    private static List<Candidate> exhaust(Searcher searcher) {
        List<Candidate> candidates = new Loop(searcher, Loop.conflict(SMALL))
                .steps(30, 2, new SplitMix64(1))
                .candidates();
        assertThat(searcher.ask()).isInstanceOf(Asked.Exhausted.class);
        return candidates;
    }
}
