package org.plateau.workflow.orchestrator;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plateau.core.trail.TrailEvent;
import org.plateau.search.Candidate;
import org.plateau.search.searchers.Novelty;
import org.plateau.search.searchers.NsgaIISettings;
import org.plateau.workflow.configuration.SearchConfiguration.Order;
import org.plateau.workflow.configuration.SearcherSettings;
import org.plateau.workflow.journal.Journal;
import org.plateau.workflow.journal.JournalEvent;
import org.plateau.workflow.simulated.RunContents;
import org.plateau.workflow.simulated.Setting;
import org.plateau.workflow.simulated.SimulatedSearch;

class SearcherTest {
    @TempDir
    Path folder;

    private static Setting longer(SimulatedSearch search) {
        return search.setting().budget(Setting.networks(12));
    }

    @Test
    void inTheOrderOfSubmissionAskNComesAfterExactlyTheTellsUpToNMinusWorkers() {
        SimulatedSearch search = new SimulatedSearch(folder);
        longer(search).workers(3);

        search.runInline();

        int told = 0;
        int asked = 0;
        for (Journal.Line line : search.contents().journal()) {
            if (line.event() instanceof JournalEvent.Asked) {
                asked++;
                assertThat(told).isEqualTo(Math.max(0, asked - 3));
            } else if (line.event() instanceof JournalEvent.Told tell) {
                told++;
                assertThat(tell.ask()).isEqualTo(told);
            }
        }
        assertThat(told).isEqualTo(12);
    }

    @Test
    void inTheOrderOfCompletionNoSlotWaitsForASlowNetworkAndAResumeReplaysTheOrder() {
        SimulatedSearch search = new SimulatedSearch(folder);
        longer(search).order(Order.COMPLETION);
        search.script().write("events=hold:1:3:*");
        search.onProgress(progress -> {
            if (progress.told() >= 6) {
                search.script().release();
            }
        });
        search.stopWhen(() -> search.script().logged("epochs").size() > 72);

        SearchReport stopped = search.runWithWorkers();

        assertThat(search.contents().events(JournalEvent.Told.class))
                .extracting(JournalEvent.Told::ask)
                .startsWith(2, 3, 4, 5, 6, 7);
        assertThat(stopped.finished()).isFalse();

        SearchReport resumed = search.stopWhen(() -> false).runWithWorkers();

        assertThat(resumed.finished()).isTrue();
        assertThat(resumed.told()).isEqualTo(12);
        assertThat(resumed.front()).isNotEmpty().allMatch(SearchReport.Row::measured);
    }

    @Test
    void aGenerationIsBredWhenAllOfTheOneBeforeItWasTold() {
        SimulatedSearch search = new SimulatedSearch(folder);
        longer(search)
                .searcher(new SearcherSettings.Nsga2(
                        new NsgaIISettings(4, 4, NsgaIISettings.Pace.GENERATIONAL, Novelty.NETWORK)));

        SearchReport report = search.runWithWorkers();

        assertThat(report.finished()).isTrue();
        Set<Integer> pending = new HashSet<>();
        int generation = 0;
        for (Journal.Line line : search.contents().journal()) {
            if (line.event() instanceof JournalEvent.Asked asked) {
                if (asked.candidate().generation() > generation) {
                    assertThat(pending).isEmpty();
                    generation = asked.candidate().generation();
                }
                pending.add(asked.candidate().ask());
            } else if (line.event() instanceof JournalEvent.Told told) {
                pending.remove(told.ask());
            }
        }
        assertThat(generation).isEqualTo(2);
        assertThat(report.networks()).hasSize(12);
    }

    @Test
    void randomSearchDrawsEveryNetworkAnew() {
        SimulatedSearch search = new SimulatedSearch(folder);
        longer(search).searcher(new SearcherSettings.Random(Novelty.NETWORK));

        SearchReport report = search.runInline();

        assertThat(report.finished()).isTrue();
        RunContents contents = search.contents();
        assertThat(contents.events(JournalEvent.Asked.class))
                .hasSize(12)
                .allSatisfy(asked -> assertThat(asked.candidate().operator()).isEqualTo(Candidate.RANDOM));
    }

    @Test
    void childrenNameTheNetworksThatTheyWereMadeFrom() {
        SimulatedSearch search = new SimulatedSearch(folder);
        longer(search);

        search.runInline();

        RunContents contents = search.contents();
        Candidate child = contents.events(JournalEvent.Asked.class).stream()
                .map(JournalEvent.Asked::candidate)
                .filter(candidate -> !candidate.parents().isEmpty())
                .findFirst()
                .orElseThrow();
        assertThat(contents.trail(contents.network(child.ask()), 1).get(0).event())
                .isInstanceOfSatisfying(TrailEvent.NetworkGenerated.class, generated -> assertThat(
                                generated.origin().parents())
                        .containsExactlyElementsOf(
                                child.parents().stream().map(contents::network).toList()));
    }
}
