package org.plateau.workflow.orchestrator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.plateau.core.trail.Ending;
import org.plateau.core.trail.TrailEntry;
import org.plateau.core.trail.TrailEvent;
import org.plateau.workflow.executor.ExecutorException;
import org.plateau.workflow.journal.JournalEvent.AttemptEnded;
import org.plateau.workflow.journal.JournalEvent.SearchInterrupted;
import org.plateau.workflow.journal.JournalEvent.ToldFailed;
import org.plateau.workflow.simulated.RunContents;
import org.plateau.workflow.simulated.Setting;
import org.plateau.workflow.simulated.SimulatedSearch;

/** Trainings that fail, and what becomes of the search. */
class FaultTest {
    @TempDir
    Path folder;

    private SimulatedSearch search() {
        SimulatedSearch search = new SimulatedSearch(folder);
        search.setting().budget(Setting.networks(4));
        return search;
    }

    @Test
    void aNetworkThatKillsEveryWorkerIsGivenUpAfterSoManyAttemptsAndTheSearchGoesOn() {
        SimulatedSearch search = search();
        search.script().write("events=halt:2:*:*");

        SearchReport report = search.runWithWorkers();

        assertThat(report.finished()).isTrue();
        RunContents contents = search.contents();
        assertThat(contents.attempts(contents.network(2))).hasSize(3);
        assertThat(contents.events(ToldFailed.class)).singleElement().satisfies(told -> {
            assertThat(told.ask()).isEqualTo(2);
            assertThat(told.reason()).contains("failed in 3 attempts").contains("exit code 8");
        });
        assertThat(report.told()).isEqualTo(4);
        assertThat(report.networks().get(1).values()).isEmpty();
        assertThat(report.networks().get(1).why()).contains("exit code 8");
        assertThat(report.front())
                .extracting(SearchReport.Row::ask)
                .isNotEmpty()
                .doesNotContain(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"throw", "throw-bug"})
    void aTrainingThatFailsIsTriedAgainAndThenToldAsFailedWithItsReason(String event) {
        SimulatedSearch search = search();
        search.setting().attempts(2);
        search.script().write("events=%s:3:5:*".formatted(event));

        SearchReport report = search.runWithWorkers();

        assertThat(report.finished()).isTrue();
        RunContents contents = search.contents();
        String network = contents.network(3);
        assertThat(contents.attempts(network)).hasSize(2);
        assertThat(contents.events(ToldFailed.class)).singleElement().satisfies(told -> assertThat(told.reason())
                .contains("simulated engine"));
        List<TrailEntry> trail = contents.trail(network, 1);
        assertThat(trail.get(trail.size() - 1).event()).isInstanceOfSatisfying(TrailEvent.TrainingEnded.class, end -> {
            assertThat(end.ending()).isEqualTo(Ending.FAILED);
            assertThat(end.epoch()).isEqualTo(4);
        });
    }

    @Test
    void aTrainingThatFailsOnceIsCarriedOnInANewAttempt() {
        SimulatedSearch search = search();
        search.script().write("events=throw:3:5:1");

        SearchReport report = search.runInline();

        assertThat(report.finished()).isTrue();
        RunContents contents = search.contents();
        assertThat(contents.attempts(contents.network(3))
                        .get(1)
                        .resume()
                        .orElseThrow()
                        .epoch())
                .isEqualTo(4);
        assertThat(contents.events(ToldFailed.class)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"throw-disk", "throw-dataset"})
    void whatFailsEveryNetworkAlikeEndsTheSearchWithOneMessageAndCountsAgainstNone(String event) {
        SimulatedSearch search = search();
        search.script().write("events=%s:2:3:*".formatted(event));
        String message = event.equals("throw-disk") ? "The disk is gone" : "The dataset is gone";

        assertThatThrownBy(search::runWithWorkers)
                .isInstanceOf(ExecutorException.class)
                .hasMessage(message);

        RunContents contents = search.contents();
        assertThat(contents.events(AttemptEnded.class)).noneMatch(AttemptEnded::fault);
        assertThat(contents.last(SearchInterrupted.class).orElseThrow().reason())
                .isEqualTo(message);

        search.script().write();
        assertThat(search.runInline().finished()).isTrue();
        assertThat(search.contents().events(ToldFailed.class)).isEmpty();
    }

    @Test
    void aSearchWhoseNetworksAllFailEndsWithThatReason() {
        SimulatedSearch search = search();
        search.setting().budget(Setting.networks(1000)).attempts(1);
        search.script().write("events=throw:*:1:*");

        SearchReport report = search.runInline();

        assertThat(report.finished()).isTrue();
        assertThat(report.ended()).hasValue("20 networks in a row failed in every attempt");
        assertThat(report.front()).isEmpty();
    }

    @Test
    void aDivergedNetworkIsToldAsFailedAtOnceAndCostsNoAttempt() {
        SimulatedSearch search = search();
        search.script().write("events=nan:2:3:*");

        SearchReport report = search.runInline();

        assertThat(report.finished()).isTrue();
        RunContents contents = search.contents();
        assertThat(contents.attempts(contents.network(2))).hasSize(1);
        assertThat(contents.events(ToldFailed.class)).singleElement().satisfies(told -> assertThat(told.reason())
                .isEqualTo("train_loss was NaN in epoch 3"));
        assertThat(report.networks().get(1).epochs()).isEqualTo(3);
        assertThat(contents.events(AttemptEnded.class)).anySatisfy(end -> {
            assertThat(end.ending()).isEqualTo(Ending.DIVERGED);
            assertThat(end.fault()).isFalse();
        });
    }

    @Test
    void aNetworkWhoseLossExplodesIsDivergedByTheVerdictOfARule() {
        SimulatedSearch search = search();
        search.script().write("events=explode:2:4:* explode:2:5:*");

        SearchReport report = search.runInline();

        assertThat(report.finished()).isTrue();
        RunContents contents = search.contents();
        assertThat(contents.events(AttemptEnded.class))
                .filteredOn(end -> end.network().equals(contents.network(2)))
                .singleElement()
                .satisfies(end -> {
                    assertThat(end.ending()).isEqualTo(Ending.DIVERGED);
                    assertThat(end.epoch()).isEqualTo(5);
                    assertThat(end.fitness()).isEmpty();
                });
        assertThat(contents.events(ToldFailed.class)).singleElement().satisfies(told -> assertThat(told.reason())
                .contains("train_loss grew from"));
    }
}
