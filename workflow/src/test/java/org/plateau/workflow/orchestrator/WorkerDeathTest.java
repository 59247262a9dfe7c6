package org.plateau.workflow.orchestrator;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.plateau.core.trail.Ending;
import org.plateau.prediction.PredictionSettings;
import org.plateau.workflow.journal.JournalEvent.AttemptEnded;
import org.plateau.workflow.journal.JournalEvent.AttemptPlanned;
import org.plateau.workflow.simulated.RunContents;
import org.plateau.workflow.simulated.Setting;
import org.plateau.workflow.simulated.SimulatedSearch;

/** Real worker processes that die at chosen moments. */
class WorkerDeathTest {
    @TempDir
    Path folder;

    private SimulatedSearch search(String name) {
        SimulatedSearch search = new SimulatedSearch(folder.resolve(name));
        search.setting().budget(Setting.networks(3)).seed(5);
        return search;
    }

    @ParameterizedTest
    @ValueSource(strings = {"halt", "halt-checkpoint", "halt-observer"})
    void aNetworkWhoseWorkerDiedGoesOnFromTheLastCheckpointThatWasMeasured(String moment) {
        SimulatedSearch undisturbed = search("undisturbed");
        undisturbed.runInline();
        SimulatedSearch search = search("disturbed");
        search.script().write("events=%s:2:4:1".formatted(moment));

        SearchReport report = search.runWithWorkers();

        assertThat(report.finished()).isTrue();
        RunContents contents = search.contents();
        String network = contents.network(2);
        double measured = moment.equals("halt-observer") ? 4 : 3;
        List<AttemptPlanned> attempts = contents.attempts(network);
        assertThat(attempts.get(1).resume().orElseThrow().epoch()).isEqualTo(measured);
        assertThat(attempts.get(1).resume().orElseThrow().attempt()).isEqualTo(1);
        assertThat(contents.events(AttemptEnded.class))
                .filteredOn(AttemptEnded::fault)
                .singleElement()
                .satisfies(end -> {
                    assertThat(end.ending()).isEqualTo(Ending.FAILED);
                    assertThat(end.message()).contains("exit code 8").contains("slot-");
                });
        assertThat(contents.stories()).isEqualTo(undisturbed.contents().stories());
        assertThat(contents.front()).isEqualTo(undisturbed.contents().front());
    }

    @Test
    void aNetworkGoesOnThroughAChainOfAttemptsOfWhichSomeLeftNothing() {
        SimulatedSearch undisturbed = search("undisturbed");
        undisturbed.runInline();
        SimulatedSearch search = search("disturbed");
        search.setting().attempts(6);
        search.script().write("events=halt:1:1:1 halt:1:3:2 halt:1:3:3 halt-checkpoint:1:4:4 halt-observer:1:5:5");

        SearchReport report = search.runWithWorkers();

        assertThat(report.finished()).isTrue();
        RunContents contents = search.contents();
        List<AttemptPlanned> attempts = contents.attempts(contents.network(1));
        assertThat(attempts.get(1).resume()).isEmpty();
        assertThat(attempts.get(2).resume().orElseThrow().attempt()).isEqualTo(2);
        assertThat(attempts.get(3).resume()).isEqualTo(attempts.get(2).resume());
        assertThat(attempts.get(4).resume().orElseThrow().attempt()).isEqualTo(4);
        assertThat(attempts.get(5).resume().orElseThrow().epoch()).isEqualTo(5);
        assertThat(contents.stories()).isEqualTo(undisturbed.contents().stories());
    }

    @Test
    void aNetworkWhoseWorkerDiedBehindItsLastEpochIsNotTrainedAgain() {
        SimulatedSearch search = search("end");
        search.setting().prediction(PredictionSettings.none());
        search.script().write("events=halt-end:2:12:1");

        SearchReport report = search.runWithWorkers();

        assertThat(report.finished()).isTrue();
        assertThat(report.networks().get(1).measured()).isTrue();
        assertThat(search.script().logged("epochs"))
                .filteredOn(line -> line.startsWith("2:"))
                .hasSize(12);
    }
}
