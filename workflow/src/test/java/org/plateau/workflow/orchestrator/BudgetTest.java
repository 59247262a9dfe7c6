package org.plateau.workflow.orchestrator;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plateau.search.searchers.Novelty;
import org.plateau.workflow.configuration.Budget;
import org.plateau.workflow.configuration.SearcherSettings;
import org.plateau.workflow.configuration.SpaceSettings;
import org.plateau.workflow.simulated.Setting;
import org.plateau.workflow.simulated.SimulatedSearch;

class BudgetTest {
    @TempDir
    Path folder;

    private SimulatedSearch search;

    @BeforeEach
    void prepare() {
        search = new SimulatedSearch(folder);
    }

    private static Budget budget(
            OptionalDouble epochs, OptionalDouble hours, OptionalDouble joules, OptionalInt stagnation) {
        return new Budget(OptionalInt.empty(), epochs, hours, joules, stagnation);
    }

    @Test
    void asManyNetworksAreAskedForAsTheBudgetSays() {
        search.setting().budget(Setting.networks(5));

        SearchReport report = search.runInline();

        assertThat(report.ended()).hasValue("5 networks were asked for");
        assertThat(report.networks()).hasSize(5);
        assertThat(report.told()).isEqualTo(5);
    }

    @Test
    void epochsOfToldNetworksEndTheSearch() {
        search.setting()
                .budget(budget(
                        OptionalDouble.of(50), OptionalDouble.empty(), OptionalDouble.empty(), OptionalInt.empty()));

        SearchReport report = search.runInline();

        assertThat(report.ended().orElseThrow()).endsWith("epochs were trained");
        double all =
                report.networks().stream().mapToDouble(SearchReport.Row::epochs).sum();
        assertThat(all).isGreaterThanOrEqualTo(50);
        assertThat(report.networks()).hasSizeLessThan(14);
        assertThat(report.finished()).isTrue();
    }

    @Test
    void hoursEndTheSearchByTheClockThatItIsGiven() {
        AtomicLong minutes = new AtomicLong();
        search.clock(() -> Instant.EPOCH.plusSeconds(60 * minutes.getAndIncrement()));
        search.setting()
                .budget(budget(
                        OptionalDouble.empty(), OptionalDouble.of(2.5), OptionalDouble.empty(), OptionalInt.empty()));

        SearchReport report = search.runInline();

        assertThat(report.ended().orElseThrow()).endsWith("hours have passed");
        assertThat(report.networks()).isNotEmpty();
        assertThat(report.finished()).isTrue();
    }

    @Test
    void joulesEndTheSearch() {
        search.setting()
                .budget(budget(
                        OptionalDouble.empty(), OptionalDouble.empty(), OptionalDouble.of(800), OptionalInt.empty()));

        SearchReport report = search.runInline();

        assertThat(report.ended().orElseThrow()).endsWith("joules were used");
        assertThat(report.finished()).isTrue();
    }

    @Test
    void aHypervolumeThatNoMoreGrowsEndsTheSearch() {
        search.setting()
                .budget(budget(
                        OptionalDouble.empty(), OptionalDouble.empty(), OptionalDouble.empty(), OptionalInt.of(6)));

        SearchReport report = search.runInline();

        assertThat(report.ended()).hasValue("6 networks in a row left the hypervolume unchanged");
        assertThat(report.networks()).hasSizeGreaterThan(6);
        assertThat(report.finished()).isTrue();
    }

    @Test
    void aSpaceWithoutNewNetworksEndsTheSearch() {
        search.setting()
                .space(new SpaceSettings.NsgaNetMacro(4, 1, 2))
                .searcher(new SearcherSettings.Random(Novelty.NETWORK))
                .budget(Setting.networks(1000));

        SearchReport report = search.runInline();

        assertThat(report.ended().orElseThrow()).startsWith("the search space is exhausted");
        assertThat(report.networks()).hasSizeBetween(2, 8);
        assertThat(report.finished()).isTrue();
    }

    @Test
    void progressCountsWhatIsAskedToldSpentAndSaved() {
        search.runWithWorkers();

        Progress last = search.progress().get(search.progress().size() - 1);
        assertThat(last.told()).isEqualTo(8);
        assertThat(last.asked()).isEqualTo(8);
        assertThat(last.budget()).hasValue(8);
        assertThat(last.epochsSpent()).isPositive();
        assertThat(last.epochsSaved()).isPositive();
        assertThat(last.remainingSeconds()).hasValue(0);
        assertThat(search.progress())
                .isSortedAccordingTo((first, second) -> Double.compare(first.epochsSpent(), second.epochsSpent()));
    }
}
