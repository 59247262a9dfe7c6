package org.plateau.workflow.orchestrator;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plateau.core.trail.Ending;
import org.plateau.workflow.journal.JournalEvent.AttemptEnded;
import org.plateau.workflow.journal.JournalEvent.AttemptPlanned;
import org.plateau.workflow.journal.JournalEvent.Purpose;
import org.plateau.workflow.simulated.InlineExecutor;
import org.plateau.workflow.simulated.RunContents;
import org.plateau.workflow.simulated.Setting;
import org.plateau.workflow.simulated.SimulatedSearch;

/** The last part of a search: the predicted members of the front. */
class FrontTest {
    @TempDir
    Path folder;

    private SimulatedSearch undisturbed;
    private RunContents contents;
    private SearchReport report;

    @BeforeEach
    void runUndisturbed() {
        undisturbed = search("undisturbed");
        report = undisturbed.runInline();
        contents = undisturbed.contents();
        assertThat(report.finished()).isTrue();
    }

    private SimulatedSearch search(String name) {
        SimulatedSearch search = new SimulatedSearch(folder.resolve(name));
        search.setting().seed(11).budget(Setting.networks(12));
        return search;
    }

    private List<AttemptPlanned> finishing() {
        return contents.events(AttemptPlanned.class).stream()
                .filter(planned -> planned.purpose() == Purpose.FINISH)
                .toList();
    }

    private int ask(String network) {
        return report.networks().stream()
                .filter(row -> row.network().equals(network))
                .findFirst()
                .orElseThrow()
                .ask();
    }

    private AttemptEnded end(AttemptPlanned planned) {
        return contents.events(AttemptEnded.class).stream()
                .filter(end -> end.network().equals(planned.network()) && end.attempt() == planned.attempt())
                .findFirst()
                .orElseThrow();
    }

    @Test
    void predictedMembersAreTrainedToTheHorizonFromTheirCheckpointUntilAllIsMeasured() {
        assertThat(report.front()).isNotEmpty().allSatisfy(row -> {
            assertThat(row.measured()).isTrue();
            assertThat(row.epochs()).isEqualTo(12);
        });
        assertThat(finishing()).isNotEmpty().allSatisfy(planned -> {
            AttemptEnded stopped = end(contents.attempts(planned.network()).get(0));
            assertThat(planned.attempt()).isEqualTo(2);
            assertThat(stopped.ending()).isEqualTo(Ending.STOPPED);
            assertThat(planned.resume().orElseThrow().epoch()).isEqualTo(stopped.epoch());
            assertThat(end(planned).ending()).isEqualTo(Ending.COMPLETED);
            assertThat(undisturbed.script().logged("epochs"))
                    .filteredOn(line -> line.startsWith(ask(planned.network()) + ":"))
                    .hasSize(12);
        });
    }

    @Test
    void theFinalFrontIsMeasuredOnTheTestSplitOnce() {
        List<String> asks =
                report.front().stream().map(row -> Integer.toString(row.ask())).toList();
        assertThat(undisturbed.script().logged("tested")).containsExactlyInAnyOrderElementsOf(asks);
        assertThat(report.front()).allSatisfy(row -> {
            double validation = row.values().get(0);
            assertThat(row.test()).containsEntry("test_accuracy", validation - 1);
        });
        assertThat(report.networks()).filteredOn(row -> !row.front()).allSatisfy(row -> assertThat(row.test())
                .isEmpty());
    }

    @Test
    void aNetworkThatWasFinishedSaysWhyItHadBeenStopped() {
        String network = finishing().get(0).network();
        assertThat(report.networks().get(ask(network) - 1).why())
                .startsWith("Finished for the front; stopped after epoch ")
                .contains("forecasts");
    }

    @Test
    void whichTrainingEndsFirstDoesNotDecideWhatIsFinishedAndWhatIsOnTheFront() {
        SimulatedSearch backwards = search("backwards");

        SearchReport other = backwards.run(new InlineExecutor(backwards.script(), true));

        assertThat(other.finished()).isTrue();
        assertThat(backwards.contents().front()).isEqualTo(contents.front());
        assertThat(backwards.contents().stories()).isEqualTo(contents.stories());
    }

    @Test
    void aMemberThatCannotBeFinishedIsGivenUpAndLeavesTheFront() {
        AttemptPlanned first = finishing().get(0);
        int ask = ask(first.network());
        int epoch = (int) first.resume().orElseThrow().epoch() + 1;
        SimulatedSearch search = search("faults");
        search.script().write("events=throw:%d:%d:*".formatted(ask, epoch));

        SearchReport disturbed = search.runInline();

        assertThat(disturbed.finished()).isTrue();
        SearchReport.Row row = disturbed.networks().get(ask - 1);
        assertThat(row.front()).isFalse();
        assertThat(row.values()).isEmpty();
        assertThat(row.why()).startsWith("Could not be finished for the front: The simulated engine failed");
        assertThat(search.contents().attempts(row.network())).hasSize(4);
        assertThat(disturbed.front()).isNotEmpty().allMatch(SearchReport.Row::measured);
    }

    @Test
    void aMemberThatDivergesOnItsWayToTheHorizonLeavesTheFront() {
        AttemptPlanned first = finishing().get(0);
        int ask = ask(first.network());
        SimulatedSearch search = search("diverging");
        search.script().write("events=nan:%d:12:*".formatted(ask));

        SearchReport disturbed = search.runInline();

        assertThat(disturbed.finished()).isTrue();
        SearchReport.Row row = disturbed.networks().get(ask - 1);
        assertThat(row.front()).isFalse();
        assertThat(row.why()).startsWith("Finished for the front: train_loss was NaN in epoch 12; stopped after");
        assertThat(search.contents().attempts(row.network())).hasSize(2);
    }

    @Test
    void aTestThatFailsAgainAndAgainLeavesTheNetworkUntestedAndTheSearchEnds() {
        int ask = report.front().get(0).ask();
        SimulatedSearch search = search("testing");
        search.script().write("events=throw-test:%d:*:*".formatted(ask));

        SearchReport disturbed = search.runInline();

        assertThat(disturbed.finished()).isTrue();
        assertThat(disturbed.networks().get(ask - 1).front()).isTrue();
        assertThat(disturbed.networks().get(ask - 1).test()).isEmpty();
        assertThat(search.script().logged("tested"))
                .filteredOn(Integer.toString(ask)::equals)
                .hasSize(3);
    }

    @Test
    void withoutATestSplitNothingIsTested() {
        SimulatedSearch search = search("untested");
        search.script().write("test-images=0");

        SearchReport other = search.runInline();

        assertThat(other.finished()).isTrue();
        assertThat(search.script().logged("tested")).isEmpty();
        assertThat(search.contents().front()).isEqualTo(contents.front());
    }

    @Test
    void aLongerBudgetKeepsWhatWasFinishedBefore() {
        undisturbed.setting().budget(Setting.networks(16));

        SearchReport longer = undisturbed.runInline();

        assertThat(longer.finished()).isTrue();
        assertThat(longer.networks()).hasSize(16);
        assertThat(longer.front()).allMatch(SearchReport.Row::measured);
        List<String> epochs = undisturbed.script().logged("epochs");
        assertThat(epochs).doesNotHaveDuplicates();
        RunContents after = undisturbed.contents();
        assertThat(after.stories().entrySet()).containsAll(contents.stories().entrySet());
    }
}
