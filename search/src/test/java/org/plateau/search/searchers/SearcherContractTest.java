package org.plateau.search.searchers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.plateau.core.architecture.Shape;
import org.plateau.search.Asked;
import org.plateau.search.Candidate;
import org.plateau.search.Searcher;
import org.plateau.search.SearcherException;
import org.plateau.search.SearcherState;
import org.plateau.search.Seeds;
import org.plateau.search.Told;
import org.plateau.search.nsganet.MacroGenome;
import org.plateau.search.nsganet.NsgaNetMacroSpace;
import org.plateau.search.pareto.Costs;
import org.plateau.search.searchers.NsgaIISettings.Pace;
import org.plateau.search.space.SearchSpace;

/** What every searcher promises. */
class SearcherContractTest {
    private static final SearchSpace<MacroGenome> SPACE = new NsgaNetMacroSpace(new Shape.Image(1, 16, 16), 2, 2);

    enum Kind {
        STEADY,
        GENERATIONAL,
        RANDOM;

        Searcher fresh(long seed) {
            return this == RANDOM
                    ? new RandomSearch<>(SPACE, Novelty.NETWORK, seed)
                    : new NsgaII<>(SPACE, settings(), seed);
        }

        Searcher restored(SearcherState state) {
            return this == RANDOM
                    ? RandomSearch.restored(SPACE, Novelty.NETWORK, state)
                    : NsgaII.restored(SPACE, settings(), state);
        }

        Loop loop(long seed) {
            return new Loop(fresh(seed), Loop.conflict(SPACE));
        }

        private NsgaIISettings settings() {
            return this == STEADY
                    ? NsgaIISettings.steady(10)
                    : new NsgaIISettings(8, 5, Pace.GENERATIONAL, Novelty.GENOME);
        }
    }

    @ParameterizedTest
    @EnumSource
    void theSameSeedAndOrderGiveTheSameCandidatesAndAnotherSeedOthers(Kind kind) {
        Seeds.of(5).forEach(seed -> {
            List<Loop.Line> first =
                    kind.loop(seed).steps(120, 4, new SplitMix64(seed + 9)).journal();
            List<Loop.Line> second =
                    kind.loop(seed).steps(120, 4, new SplitMix64(seed + 9)).journal();
            List<Loop.Line> other =
                    kind.loop(~seed).steps(120, 4, new SplitMix64(seed + 9)).journal();

            assertThat(second).isEqualTo(first);
            assertThat(other).isNotEqualTo(first);
        });
    }

    @ParameterizedTest
    @EnumSource
    void aReplayedJournalGivesTheSearcherBack(Kind kind) {
        Seeds.of(5).forEach(seed -> {
            Searcher original = kind.fresh(seed);
            List<Loop.Line> journal = new Loop(original, Loop.conflict(SPACE))
                    .steps(100, 6, new SplitMix64(seed))
                    .journal();

            Searcher replayed = kind.fresh(seed);
            for (Loop.Line line : journal) {
                if (line instanceof Loop.Line.Told told) {
                    replayed.tell(told.ask(), told.told());
                } else if (line instanceof Loop.Line.Proposed proposed) {
                    assertThat(replayed.ask()).isEqualTo(new Asked.Proposed(proposed.candidate()));
                }
            }
            assertThat(replayed.state()).isEqualTo(original.state());
        });
    }

    @ParameterizedTest
    @EnumSource
    void aSearcherRestoredFromItsStateInJsonGoesOnAsTheFirstOneWouldHave(Kind kind) {
        Seeds.of(15).forEach(seed -> {
            SplitMix64 chance = new SplitMix64(seed);
            int cut = chance.nextInt(150);
            int slots = 1 + chance.nextInt(8);
            Searcher original = kind.fresh(seed);
            new Loop(original, Loop.conflict(SPACE)).steps(cut, slots, chance);
            SearcherState state = original.state();

            Searcher restored = kind.restored(json(state));
            long later = chance.state();
            List<Loop.Line> expected = new Loop(original, Loop.conflict(SPACE), state.pending())
                    .steps(80, slots, new SplitMix64(later))
                    .journal();
            List<Loop.Line> found = new Loop(restored, Loop.conflict(SPACE), state.pending())
                    .steps(80, slots, new SplitMix64(later))
                    .journal();

            assertThat(found).isEqualTo(expected);
            assertThat(restored.state()).isEqualTo(original.state());
        });
    }

    @ParameterizedTest
    @EnumSource
    void asksAreNumberedFromOneAndNoNetworkIsProposedTwice(Kind kind) {
        Loop loop = kind.loop(Seeds.random().state()).steps(500, 8, Seeds.random());

        List<Candidate> candidates = loop.candidates();
        assertThat(candidates).hasSizeGreaterThanOrEqualTo(500);
        for (int index = 0; index < candidates.size(); index++) {
            Candidate candidate = candidates.get(index);
            assertThat(candidate.ask()).isEqualTo(index + 1);
            assertThat(candidate.parents()).allMatch(parent -> parent >= 1 && parent < candidate.ask());
        }
        assertThat(candidates).extracting(Candidate::genome).doesNotHaveDuplicates();
        if (kind != Kind.GENERATIONAL) {
            assertThat(candidates)
                    .extracting(candidate -> SPACE.canonical(SPACE.parse(candidate.genome())))
                    .doesNotHaveDuplicates();
        }
    }

    @ParameterizedTest
    @EnumSource
    void aTellForAnAskThatIsNotPendingIsRefusedAndChangesNothing(Kind kind) {
        Searcher searcher = kind.fresh(1);
        Told told = new Told.Evaluated(Costs.of(1, 2));
        searcher.ask();
        searcher.tell(1, told);
        SearcherState before = searcher.state();

        assertThatThrownBy(() -> searcher.tell(1, told))
                .isInstanceOf(SearcherException.class)
                .hasMessage("Ask 1 must be pending to be told about, but was told before");
        assertThatThrownBy(() -> searcher.tell(2, told))
                .hasMessageContaining("Ask 2")
                .hasMessageContaining("was never asked");
        assertThat(searcher.state()).isEqualTo(before);
    }

    @ParameterizedTest
    @EnumSource
    void aStateOfAnotherSearcherOrSpaceIsRefused(Kind kind) {
        SearcherState state = kind.fresh(1).state();

        assertThatThrownBy(() -> kind.restored(renamed(state, "tabu", state.space())))
                .isInstanceOf(SearcherException.class)
                .hasMessageContaining("but it was of tabu on nsga-net-macro");
        assertThatThrownBy(() -> kind.restored(renamed(state, state.searcher(), "cells")))
                .isInstanceOf(SearcherException.class);
    }

    private static SearcherState renamed(SearcherState state, String searcher, String space) {
        return new SearcherState(
                searcher, space, state.random(), state.genomes(), state.pending(), state.population(), state.waiting());
    }

    private static SearcherState json(SearcherState state) {
        ObjectMapper mapper = new ObjectMapper();
        try {
            return mapper.readValue(mapper.writeValueAsString(state), SearcherState.class);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
