package org.plateau.commons;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.plateau.commons.ConditionOracle.Known;
import org.plateau.commons.query.Condition;
import org.plateau.commons.query.ConditionParser;
import org.plateau.core.trail.Annotation.Kind;
import org.plateau.core.trail.TrailEntry;
import org.plateau.core.trail.TrailEvent.NetworkGenerated;

/** Random conditions over random networks, answered by the database and by a plain evaluation in memory. */
class ConditionPropertyTest {
    @TempDir
    Path folder;

    private final Map<String, NetworkGenerated> generated = new HashMap<>();

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void theDatabaseFindsWhatAPlainEvaluationFinds(TestDatabase database) {
        long seed = Long.getLong("plateau.test.seed", 20_261_124);
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        RandomNetworks networks = new RandomNetworks(random);
        try (CommonsStore commons = database.commons(folder).open()) {
            record(commons, networks, 70);
            commons.rebuild(List.of());
            record(commons, networks, 40);
            commons.annotate(List.of(
                    SampleAnnotations.of(1, "n001", Kind.TAG, "good"),
                    SampleAnnotations.of(2, "n007", Kind.TAG, "good"),
                    SampleAnnotations.of(3, "n007", Kind.TAG, "random")));
            List<Known> known = known(commons);
            RandomConditions conditions = new RandomConditions(random);
            ConditionOracle oracle = new ConditionOracle(generated);
            int found = 0;
            for (int round = 0; round < 400; round++) {
                String text = conditions.next(random.nextInt(4));
                Condition condition = ConditionParser.parse(text);
                List<String> expected = known.stream()
                        .filter(network -> oracle.holds(condition, network))
                        .map(network -> network.summary().id())
                        .toList();
                assertThat(ids(commons.search(NetworkSearch.of(condition, 1000))))
                        .as("seed %d, round %d: %s", seed, round, text)
                        .containsExactlyInAnyOrderElementsOf(expected);
                found += !expected.isEmpty() && expected.size() < known.size() ? 1 : 0;
            }
            assertThat(found).isGreaterThan(100);
        }
    }

    private void record(CommonsStore commons, RandomNetworks networks, int count) {
        List<TrailEntry> entries = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            List<TrailEntry> trail = networks.next();
            entries.addAll(trail);
            generated.put(
                    trail.get(0).network(), (NetworkGenerated) trail.get(0).event());
        }
        commons.record(entries);
    }

    private List<Known> known(CommonsStore commons) {
        Map<String, Optional<String>> names =
                commons.searches().stream().collect(Collectors.toMap(SearchSummary::id, SearchSummary::name));
        return commons.list(NetworkQuery.latest(1000)).stream()
                .map(network -> new Known(
                        network,
                        Objects.requireNonNull(generated.get(network.id())),
                        commons.curves(network.id()),
                        tags(network.id()),
                        names.getOrDefault(network.origin().search(), Optional.empty())))
                .toList();
    }

    private static List<String> tags(String id) {
        return switch (id) {
            case "n001" -> List.of("good");
            case "n007" -> List.of("good", "random");
            default -> List.of();
        };
    }

    static List<String> ids(NetworkPage page) {
        return page.networks().stream().map(found -> found.network().id()).toList();
    }
}
