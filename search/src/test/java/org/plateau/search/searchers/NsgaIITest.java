package org.plateau.search.searchers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.plateau.core.architecture.Shape;
import org.plateau.search.Asked;
import org.plateau.search.Candidate;
import org.plateau.search.Searcher;
import org.plateau.search.SearcherException;
import org.plateau.search.SearcherState;
import org.plateau.search.SearcherState.Member;
import org.plateau.search.Seeds;
import org.plateau.search.Told;
import org.plateau.search.nsganet.MacroGenome;
import org.plateau.search.nsganet.NsgaNetMacroSpace;
import org.plateau.search.pareto.Costs;
import org.plateau.search.pareto.ParetoFront;
import org.plateau.search.pareto.Point;
import org.plateau.search.searchers.NsgaIISettings.Pace;

class NsgaIITest {
    private static final NsgaNetMacroSpace SPACE = new NsgaNetMacroSpace(new Shape.Image(1, 16, 16), 2, 2);

    @Test
    void thePopulationIsTheBestByRankAndCrowdingAndHoldsTheWholeFrontWhileItFits() {
        Seeds.of(10).forEach(seed -> {
            NsgaII<MacroGenome> searcher = new NsgaII<>(SPACE, NsgaIISettings.steady(30), seed);
            List<Point> told = new ArrayList<>();
            Loop loop = new Loop(searcher, genome -> {
                Told result = Loop.conflict(SPACE).apply(genome);
                if (result instanceof Told.Evaluated evaluated) {
                    told.add(new Point(genome, evaluated.costs()));
                }
                return result;
            });
            loop.steps(300, 5, new SplitMix64(seed));

            List<Member> population = searcher.state().population();
            List<Point> front = ParetoFront.of(told).points();
            assertThat(population).hasSize(30);
            assertThat(population).extracting(Member::ask).isSorted();
            assertThat(front).hasSizeLessThanOrEqualTo(30);
            assertThat(population)
                    .extracting(Member::genome)
                    .containsAll(front.stream().map(Point::id).toList());
        });
    }

    @Test
    void generationsAreCountedByAsksAfterTheInitialPopulation() {
        NsgaIISettings settings = new NsgaIISettings(5, 3, Pace.STEADY, Novelty.NETWORK);
        List<Candidate> candidates = new Loop(new NsgaII<>(SPACE, settings, 3), Loop.conflict(SPACE))
                .steps(14, 1, new SplitMix64(0))
                .candidates();

        assertThat(candidates)
                .extracting(Candidate::generation)
                .containsExactly(0, 0, 0, 0, 0, 1, 1, 1, 2, 2, 2, 3, 3, 3);
        assertThat(candidates.subList(0, 5))
                .allMatch(candidate -> candidate.operator().equals(Candidate.RANDOM));
        assertThat(candidates.subList(5, 14)).allSatisfy(candidate -> {
            assertThat(candidate.operator()).isEqualTo(Candidate.VARIATION);
            assertThat(candidate.parents()).hasSize(2);
        });
    }

    @Test
    void aSearchOfFailuresGoesOnAtRandomAndBreedsFromNone() {
        NsgaII<MacroGenome> searcher = new NsgaII<>(SPACE, NsgaIISettings.steady(4), 3);
        Loop loop = new Loop(searcher, genome -> new Told.Failed("always")).steps(40, 3, new SplitMix64(1));

        assertThat(loop.candidates()).allMatch(candidate -> candidate.operator().equals(Candidate.RANDOM));
        assertThat(searcher.state().population()).isEmpty();
        assertThat(searcher.state().pending()).hasSize(2);
    }

    @Test
    void asksNeverWaitWhateverIsPending() {
        NsgaII<MacroGenome> searcher = new NsgaII<>(SPACE, NsgaIISettings.steady(4), 3);
        for (int ask = 1; ask <= 50; ask++) {
            assertThat(searcher.ask()).isInstanceOf(Asked.Proposed.class);
        }
        assertThat(searcher.state().pending()).hasSize(50);
    }

    @Test
    void aGenerationWaitsForTheOneBeforeItAndTheOrderOfTellsDoesNotMatter() {
        NsgaIISettings settings = new NsgaIISettings(6, 4, Pace.GENERATIONAL, Novelty.NETWORK);
        Seeds.of(5).forEach(seed -> {
            List<Candidate> forward = generations(new NsgaII<>(SPACE, settings, seed), 4, new SplitMix64(seed));
            List<Candidate> shuffled = generations(new NsgaII<>(SPACE, settings, seed), 4, new SplitMix64(~seed));

            assertThat(shuffled).isEqualTo(forward);
            Map<Integer, Long> sizes = forward.stream()
                    .collect(Collectors.groupingBy(Candidate::generation, TreeMap::new, Collectors.counting()));
            assertThat(sizes).containsExactly(Map.entry(0, 6L), Map.entry(1, 4L), Map.entry(2, 4L), Map.entry(3, 4L));
        });
    }

    /** Asks until the searcher waits, then tells all that is pending in a random order; so many times. */
    private static List<Candidate> generations(Searcher searcher, int count, SplitMix64 chance) {
        Loop loop = new Loop(searcher, Loop.conflict(SPACE));
        for (int generation = 0; generation < count; generation++) {
            List<Candidate> asked = new ArrayList<>();
            while (loop.ask().map(asked::add).isPresent()) {
                assertThat(asked).hasSizeLessThanOrEqualTo(6);
            }
            SearcherState before = searcher.state();
            assertThat(searcher.ask()).isEqualTo(new Asked.Waiting(asked.size()));
            assertThat(searcher.state()).isEqualTo(before);
            while (!asked.isEmpty()) {
                loop.tell(asked.remove(chance.nextInt(asked.size())));
            }
        }
        return loop.candidates();
    }

    @Test
    void costsOfAnotherNumberOfObjectivesAreRefusedAndStayPending() {
        NsgaII<MacroGenome> searcher = new NsgaII<>(SPACE, NsgaIISettings.steady(4), 3);
        searcher.ask();
        searcher.ask();
        searcher.tell(1, new Told.Evaluated(Costs.of(1, 2)));

        assertThatThrownBy(() -> searcher.tell(2, new Told.Evaluated(Costs.of(1))))
                .isInstanceOf(SearcherException.class)
                .hasMessageContaining("2 objectives as before, but were [1.0]");
        assertThat(searcher.state().pending()).hasSize(1);
    }

    @Test
    void settingsThatAreNoneAreRefused() {
        assertThatThrownBy(() -> NsgaIISettings.steady(1)).hasMessageContaining("at least 2");
        assertThatThrownBy(() -> new NsgaIISettings(4, 0, Pace.STEADY, Novelty.GENOME))
                .hasMessageContaining("at least 1 offspring");
    }

    /** Leading ones against trailing zeros: the front is the 22 genomes of ones followed by zeros. */
    @Test
    void itFindsAFrontThatRandomSearchDoesNot() {
        ToDoubleFunction<Searcher> volume = searcher -> {
            List<Point> told = new ArrayList<>();
            new Loop(searcher, genome -> {
                        String bits = genome.replaceAll("[^01]", "");
                        int ones = (bits + "0").indexOf('0');
                        int zeros = bits.length() - 1 - bits.lastIndexOf('1');
                        Costs costs = Costs.of(-ones, -zeros);
                        told.add(new Point(genome, costs));
                        return new Told.Evaluated(costs);
                    })
                    .steps(400, 4, new SplitMix64(0));
            return ParetoFront.of(told).hypervolume(Costs.of(1, 1));
        };
        double[] evolved = LongStream.range(0, 11)
                .mapToDouble(seed -> volume.applyAsDouble(
                        new NsgaII<>(SPACE, new NsgaIISettings(20, 20, Pace.STEADY, Novelty.GENOME), seed)))
                .sorted()
                .toArray();
        double[] random = LongStream.range(0, 11)
                .mapToDouble(seed -> volume.applyAsDouble(new RandomSearch<>(SPACE, Novelty.GENOME, seed)))
                .sorted()
                .toArray();

        System.out.printf(
                "hypervolume of 253: NSGA-II %.0f to %.0f, random %.0f to %.0f%n",
                evolved[0], evolved[10], random[0], random[10]);
        assertThat(evolved[0]).isGreaterThan(random[10]);
    }
}
