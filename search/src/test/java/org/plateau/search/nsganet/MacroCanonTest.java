package org.plateau.search.nsganet;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.plateau.core.architecture.Architecture;
import org.plateau.core.architecture.Shape;
import org.plateau.search.Seeds;
import org.plateau.search.searchers.SplitMix64;

class MacroCanonTest {
    private static final Shape.Image IMAGE = new Shape.Image(1, 32, 32);

    /** Directed acyclic graphs up to isomorphism: 1, 2, 6, 31 for 1 to 4 nodes, less those with an isolated node. */
    @Test
    void aPhaseOfFourNodesHasThirtyDifferentGraphs() {
        assertThat(distinct(4)).hasSize(2 * 30 + 1);
        assertThat(distinct(3)).hasSize(2 * 5 + 1);
        assertThat(distinct(2)).hasSize(2 + 1);
    }

    @Test
    void phasesAreEqualWhereSomePermutationOfTheirNodesMakesThemSo() {
        NsgaNetMacroSpace space = new NsgaNetMacroSpace(IMAGE, 2, 8, 1, 4);
        List<List<Integer>> permutations = permutations(List.of(1, 2, 3, 4));
        List<MacroPhase> phases = phases(4);
        for (MacroPhase first : phases) {
            for (MacroPhase second : phases) {
                boolean equal = space.canonical(genome(first)).equals(space.canonical(genome(second)));
                boolean inactive = !first.active() && !second.active();
                boolean isomorphic = first.residual() == second.residual()
                        && permutations.stream()
                                .anyMatch(order -> edges(first, order).equals(edges(second, List.of(1, 2, 3, 4))));
                assertThat(equal).as("%s and %s", first, second).isEqualTo(inactive || isomorphic);
            }
        }
    }

    @Test
    void theCanonicalGenomeIsItsOwnCanonicalGenomeAndCostsTheSame() {
        SplitMix64 random = Seeds.random();
        for (int trial = 0; trial < 300; trial++) {
            NsgaNetMacroSpace space = new NsgaNetMacroSpace(IMAGE, 2, 8, 1 + random.nextInt(3), 2 + random.nextInt(5));
            MacroGenome genome = space.random(random);
            MacroGenome canonical = space.canonical(genome);

            assertThat(space.canonical(canonical)).isEqualTo(canonical);
            assertThat(space.decode(canonical).flops())
                    .isEqualTo(space.decode(genome).flops());
            assertThat(space.decode(canonical).parameters())
                    .isEqualTo(space.decode(genome).parameters());
        }
    }

    @Test
    void genomesOfEqualGraphsHaveOneCanonicalGenome() {
        NsgaNetMacroSpace space = new NsgaNetMacroSpace(IMAGE, 2, 8, 2, 3);
        Map<Architecture, MacroGenome> seen = new HashMap<>();
        Set<MacroGenome> canonical = new HashSet<>();
        for (MacroPhase first : phases(3)) {
            for (MacroPhase second : phases(3)) {
                MacroGenome genome = new MacroGenome(List.of(first, second));
                MacroGenome own = space.canonical(genome);
                MacroGenome before = seen.putIfAbsent(space.decode(genome), own);
                assertThat(before).isIn(null, own);
                canonical.add(own);
            }
        }
        assertThat(canonical).hasSize(10 * 10 + 10 + 1);
    }

    private static Set<MacroGenome> distinct(int nodes) {
        NsgaNetMacroSpace space = new NsgaNetMacroSpace(IMAGE, 2, 8, 1, nodes);
        return phases(nodes).stream()
                .map(phase -> space.canonical(genome(phase)))
                .collect(Collectors.toSet());
    }

    private static MacroGenome genome(MacroPhase phase) {
        return new MacroGenome(List.of(phase));
    }

    private static List<MacroPhase> phases(int nodes) {
        return IntStream.range(0, 2 << MacroPhase.connectionBits(nodes))
                .mapToObj(bits -> new MacroPhase(nodes, bits >> 1, (bits & 1) != 0))
                .toList();
    }

    private static Set<List<Integer>> edges(MacroPhase phase, List<Integer> names) {
        Set<List<Integer>> edges = new HashSet<>();
        for (int to = 2; to <= phase.nodes(); to++) {
            for (int from = 1; from < to; from++) {
                if (phase.connects(from, to)) {
                    edges.add(List.of(names.get(from - 1), names.get(to - 1)));
                }
            }
        }
        return edges;
    }

    private static List<List<Integer>> permutations(List<Integer> items) {
        if (items.isEmpty()) {
            return List.of(List.of());
        }
        List<List<Integer>> all = new ArrayList<>();
        for (Integer head : items) {
            List<Integer> rest =
                    items.stream().filter(item -> !item.equals(head)).toList();
            for (List<Integer> tail : permutations(rest)) {
                List<Integer> permutation = new ArrayList<>(List.of(head));
                permutation.addAll(tail);
                all.add(permutation);
            }
        }
        return all;
    }
}
