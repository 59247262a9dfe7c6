package org.plateau.workflow.orchestrator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plateau.core.trail.Ending;
import org.plateau.workflow.journal.Journal;
import org.plateau.workflow.journal.JournalEvent;
import org.plateau.workflow.journal.JournalEvent.AttemptEnded;
import org.plateau.workflow.simulated.RunContents;
import org.plateau.workflow.simulated.SimulatedSearch;

/** What the lines of a journal add up to. */
class SearchStateTest {
    @TempDir
    Path folder;

    private List<Journal.Line> lines;
    private JournalEvent.SearchStarted started;

    @BeforeEach
    void runASearch() {
        SimulatedSearch search = new SimulatedSearch(folder);
        search.runInline();
        RunContents contents = search.contents();
        lines = contents.journal();
        started = contents.last(JournalEvent.SearchStarted.class).orElseThrow();
    }

    private static Journal.Line at(int seconds, JournalEvent event) {
        return new Journal.Line(0, Instant.EPOCH.plusSeconds(seconds), event);
    }

    private JournalEvent.SearchResumed resumed(boolean reopened) {
        return new JournalEvent.SearchResumed("pid 1", started.configuration(), started.environment(), reopened);
    }

    @Test
    void theTimeOfASessionThatWasKilledCountsUpToItsLastLineAndInterruptionsAreLeftOut() {
        List<Journal.Line> sessions = List.of(
                at(1000, started),
                at(1040, new JournalEvent.AskingEnded("enough")),
                at(5000, resumed(false)),
                at(5010, new JournalEvent.SearchInterrupted("asked to stop", 11)),
                at(9000, resumed(false)),
                at(9003, new JournalEvent.AskingEnded("enough")));

        assertThat(SearchState.of(sessions.subList(0, 2)).seconds()).isEqualTo(40);
        assertThat(SearchState.of(sessions.subList(0, 4)).seconds()).isEqualTo(51);
        assertThat(SearchState.of(sessions).seconds()).isEqualTo(54);
        assertThat(SearchState.of(sessions).secondsAt(Instant.EPOCH.plusSeconds(9100)))
                .isEqualTo(151);
        assertThat(SearchState.of(sessions).spent().hours()).isCloseTo(54 / 3600.0, within(1e-12));
    }

    @Test
    void aSearchThatIsReopenedHasNotEnded() {
        List<Journal.Line> more = new ArrayList<>(lines);
        assertThat(SearchState.of(more).finished()).isPresent();

        more.add(at(0, resumed(false)));
        assertThat(SearchState.of(more).finished()).isPresent();

        more.add(at(0, resumed(true)));
        assertThat(SearchState.of(more).finished()).isEmpty();
        assertThat(SearchState.of(more).askingEnded()).isEmpty();
    }

    @Test
    void whatIsSpentIsTheSumOverToldNetworksAndWhatWasTrainedTwiceDoesNotCount() {
        double epochs = 0;
        double joules = 0;
        for (int i = 0; i < lines.size(); i++) {
            SearchState state = SearchState.of(lines.subList(0, i + 1));
            if (lines.get(i).event() instanceof JournalEvent.Told told) {
                AttemptEnded end = firstEnd(state.asked().get(told.ask() - 1).id());
                epochs += end.epoch();
                joules += end.series().getOrDefault("joules", Double.NaN);
            }
            assertThat(state.spent().epochs()).isEqualTo(epochs);
            assertThat(state.spent().joules()).isCloseTo(joules, within(1e-9));
        }
        assertThat(epochs).isPositive();
    }

    private AttemptEnded firstEnd(String network) {
        return lines.stream()
                .map(Journal.Line::event)
                .filter(AttemptEnded.class::isInstance)
                .map(AttemptEnded.class::cast)
                .filter(end -> end.network().equals(network))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void onlyFailuresOfEveryAttemptCountAsARowOfFailures() {
        List<Journal.Line> told = new ArrayList<>();
        for (Journal.Line line : lines) {
            if (line.event() instanceof JournalEvent.Asked || line.event() instanceof JournalEvent.SearchStarted) {
                told.add(line);
            }
        }
        told.add(at(0, new JournalEvent.ToldFailed(1, "it failed")));
        told.add(at(0, new JournalEvent.ToldFailed(2, "it failed")));
        assertThat(SearchState.of(told).failuresInRow()).isEqualTo(2);

        String third = SearchState.of(told).asked().get(2).id();
        told.add(at(
                0,
                new JournalEvent.AttemptPlanned(
                        third, 1, JournalEvent.Purpose.SEARCH, Optional.empty(), 0, Optional.empty())));
        told.add(at(
                0, new AttemptEnded(third, 1, Ending.DIVERGED, 2, Optional.empty(), Map.of(), false, "loss was NaN")));
        told.add(at(0, new JournalEvent.ToldFailed(3, "loss was NaN")));
        assertThat(SearchState.of(told).failuresInRow()).isZero();
        assertThat(SearchState.of(told).spent().stagnation()).isEqualTo(3);
        assertThat(SearchState.of(told).untold()).hasSize(5);
    }

    @Test
    void aLineAboutANetworkThatWasNotAskedForIsRefused() {
        List<Journal.Line> more = new ArrayList<>(lines);
        more.add(at(
                0,
                new JournalEvent.AttemptPlanned(
                        "unheard", 1, JournalEvent.Purpose.TEST, Optional.empty(), 0, Optional.empty())));

        assertThatThrownBy(() -> SearchState.of(more)).hasMessageContaining("unheard");
    }
}
