package org.plateau.commons;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.plateau.core.architecture.Addition;
import org.plateau.core.architecture.Architecture;
import org.plateau.core.architecture.Convolution;
import org.plateau.core.architecture.Flatten;
import org.plateau.core.architecture.Linear;
import org.plateau.core.architecture.Node;
import org.plateau.core.architecture.Relu;
import org.plateau.core.architecture.Shape;
import org.plateau.core.similarity.WeisfeilerLehman;
import org.plateau.core.trail.TrailEntry;
import org.plateau.core.trail.TrailEvent.NetworkGenerated;

class SimilarNetworksTest {
    private static final int NETWORKS = 1500;

    @TempDir
    Path folder;

    /** More than one segment of graphs, and some after it; the exact kernel between all pairs is the oracle. */
    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void theMostSimilarAreThoseThatComparingAllFinds(TestDatabase database) {
        Random random = new Random(20261124);
        Map<String, Architecture> graphs = new TreeMap<>();
        List<TrailEntry> entries = new ArrayList<>();
        for (int network = 0; network < NETWORKS; network++) {
            String id = "n%04d".formatted(network);
            Architecture graph = graph(random, network % 100 == 99 ? 300 : 20);
            graphs.put(id, graph);
            NetworkGenerated sample = (NetworkGenerated) SampleTrails.generated("s1", 1 + network);
            entries.addAll(SampleTrails.entries(
                    id,
                    1,
                    List.of(new NetworkGenerated(
                            sample.origin(),
                            graph,
                            sample.dataset(),
                            sample.properties(),
                            sample.training(),
                            sample.seed(),
                            sample.provenance()))));
        }
        TestCommons place = database.commons(folder);
        try (CommonsStore commons = place.open()) {
            commons.record(entries);
            assertThat(place.numbers("SELECT count(*) FROM graph_segments")).containsExactly(1);
            for (String id : List.of("n0000", "n0099", "n0700", "n1499")) {
                Map<String, Double> exact = new TreeMap<>();
                graphs.forEach((other, graph) ->
                        exact.put(other, WeisfeilerLehman.similarity(Objects.requireNonNull(graphs.get(id)), graph)));
                exact.remove(id);
                List<Double> expected = exact.values().stream()
                        .sorted(Comparator.reverseOrder())
                        .limit(100)
                        .toList();
                List<SimilarNetwork> found = commons.similar(id, 100);
                assertThat(found).extracting(SimilarNetwork::similarity).as(id).isEqualTo(expected);
                assertThat(found).allSatisfy(one -> assertThat(one.similarity())
                        .isCloseTo(exact.getOrDefault(one.network().id(), -1.0), within(1e-15)));
                assertThat(found).extracting(one -> one.network().id()).doesNotHaveDuplicates();
            }
            assertThat(commons.similar("n0000", 5000)).hasSize(NETWORKS - 1);
        }
    }

    private static Architecture graph(Random random, int most) {
        List<Node> nodes = new ArrayList<>();
        List<String> names = new ArrayList<>(List.of(Architecture.INPUT));
        for (int i = 0; i < 1 + random.nextInt(most); i++) {
            String one = names.get(random.nextInt(names.size()));
            String other = names.get(random.nextInt(names.size()));
            nodes.add(
                    switch (random.nextInt(4)) {
                        case 0 -> new Node("n" + i, Convolution.same(1, 3), List.of(one));
                        case 1 -> new Node("n" + i, Convolution.same(1, 5), List.of(one));
                        case 2 -> new Node("n" + i, new Relu(), List.of(one));
                        default -> new Node("n" + i, new Addition(), List.of(one, other));
                    });
            names.add("n" + i);
        }
        nodes.add(new Node("flat", new Flatten(), List.of(names.get(names.size() - 1))));
        nodes.add(new Node("head", new Linear(2, true), List.of("flat")));
        return new Architecture(new Shape.Image(1, 4, 4), nodes);
    }
}
