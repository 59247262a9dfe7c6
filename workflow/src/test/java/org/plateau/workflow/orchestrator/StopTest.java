package org.plateau.workflow.orchestrator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plateau.core.trail.Ending;
import org.plateau.workflow.journal.JournalEvent.AttemptEnded;
import org.plateau.workflow.journal.JournalEvent.SearchInterrupted;
import org.plateau.workflow.journal.JournalEvent.SearchStarted;
import org.plateau.workflow.run.AtomicFile;
import org.plateau.workflow.simulated.OrchestratorProcess;
import org.plateau.workflow.simulated.RunContents;
import org.plateau.workflow.simulated.SimulatedSearch;

class StopTest {
    @TempDir
    Path folder;

    private SimulatedSearch search(String name) {
        SimulatedSearch search = new SimulatedSearch(folder.resolve(name));
        search.script().write("epoch-millis=10");
        return search;
    }

    private void resumesAsIfUndisturbed(SimulatedSearch stopped) {
        SimulatedSearch undisturbed = search("undisturbed");
        undisturbed.runInline();
        RunContents expected = undisturbed.contents();

        stopped.script().write();
        SearchReport report = stopped.stopWhen(() -> false).runInline();

        assertThat(report.finished()).isTrue();
        assertThat(stopped.contents().stories()).isEqualTo(expected.stories());
        assertThat(stopped.contents().front()).isEqualTo(expected.front());
        assertThat(stopped.script().logged("violations")).isEmpty();
    }

    @Test
    void aSearchThatIsAskedToStopLeavesCheckpointsAndGoesOnLaterAsIfNothingHadBeen() {
        SimulatedSearch search = search("stopped");
        search.script().write("epoch-millis=1000");
        search.stopWhen(() -> search.script().logged("epochs").size() > 5);

        SearchReport report = search.runWithWorkers();

        assertThat(report.finished()).isFalse();
        assertThat(report.ended()).isEmpty();
        RunContents contents = search.contents();
        assertThat(contents.last(SearchInterrupted.class).orElseThrow().reason())
                .isEqualTo("asked to stop");
        assertThat(contents.events(AttemptEnded.class))
                .filteredOn(end -> end.ending() == Ending.INTERRUPTED)
                .isNotEmpty()
                .allSatisfy(end -> {
                    assertThat(end.fault()).isFalse();
                    assertThat(contents.lastCheckpoint(end.network(), end.attempt()))
                            .isEqualTo(end.epoch());
                });
        resumesAsIfUndisturbed(search);
    }

    @Test
    void theStopFileStopsASearchAndIsGoneThen() {
        SimulatedSearch search = search("stopped");
        search.onProgress(progress -> {
            if (progress.told() >= 2) {
                AtomicFile.write(search.folder().stop(), "stop\n");
            }
        });

        SearchReport report = search.runWithWorkers();

        assertThat(report.finished()).isFalse();
        assertThat(search.folder().stop()).doesNotExist();
        resumesAsIfUndisturbed(search.onProgress(progress -> {}));
    }

    @Test
    void aStopFileFromBeforeTheSearchStopsNothing() {
        SimulatedSearch search = search("stale");
        AtomicFile.write(search.folder().stop(), "stop\n");

        assertThat(search.runInline().finished()).isTrue();
    }

    @Test
    void aSearchCanBeStoppedWhileItsWorkersLoad() {
        SimulatedSearch search = search("opening");
        search.script().write("events=hold-open:0:0:0");
        search.stopWhen(() -> !search.script().logged("held").isEmpty());

        SearchReport report = search.runWithWorkers();

        assertThat(report.finished()).isFalse();
        assertThat(report.networks()).isEmpty();
        assertThat(search.folder().journal()).doesNotExist();
        assertThat(processes(search))
                .allSatisfy(pid -> assertThat(ProcessHandle.of(pid)).isEmpty());
    }

    @Test
    void aThreadThatIsInterruptedLeavesASearchThatCanBeResumed() {
        SimulatedSearch search = search("thread");
        search.onProgress(progress -> {
            if (progress.told() >= 2) {
                Thread.currentThread().interrupt();
            }
        });

        SearchReport report = search.runWithWorkers();

        assertThat(Thread.interrupted()).isTrue();
        assertThat(report.finished()).isFalse();
        assertThat(search.contents().events(SearchInterrupted.class)).hasSize(1);
        assertThat(processes(search))
                .allSatisfy(pid -> assertThat(ProcessHandle.of(pid)).isEmpty());
        resumesAsIfUndisturbed(search.onProgress(progress -> {}));
    }

    @Test
    @Tag("slow")
    void aWorkerThatDoesNotLeaveInTimeIsEndedAndItsAttemptIsNoFault() {
        SimulatedSearch search = search("stubborn");
        search.script().write("events=hold:1:4:1");
        search.stopWhen(() -> !search.script().logged("held").isEmpty());

        SearchReport report = search.runWithWorkers();

        assertThat(report.finished()).isFalse();
        assertThat(processes(search))
                .allSatisfy(pid -> assertThat(ProcessHandle.of(pid)).isEmpty());
        assertThat(search.contents().events(AttemptEnded.class)).noneMatch(AttemptEnded::fault);
        resumesAsIfUndisturbed(search);
    }

    @Test
    void controlCInATerminalStopsOrchestratorAndWorkersTogetherAndLosesNothing() throws IOException {
        assumeThat(interruptible())
                .as("processes started from here ignore Ctrl-C, as they do below a shell without job control")
                .isTrue();
        SimulatedSearch search = search("interrupted");
        search.script().write("epoch-millis=300");
        OrchestratorProcess process = search.start();
        process.awaits(() -> search.script().logged("epochs").size() > 10);

        process.interrupt();

        assertThat(process.exitCode()).isIn(3, 130);
        RunContents contents = search.contents();
        assertThat(contents.events(SearchStarted.class)).hasSize(1);
        assertThat(contents.events(SearchInterrupted.class)).hasSize(1);
        assertThat(contents.events(AttemptEnded.class)).noneMatch(AttemptEnded::fault);
        assertThat(processes(search))
                .allSatisfy(pid -> assertThat(ProcessHandle.of(pid)).isEmpty());
        assertThat(Files.readString(search.folder().journal())).endsWith("\n");
        resumesAsIfUndisturbed(search);
    }

    /** Whether this process, and so its children, was started with SIGINT (the second bit) not ignored. */
    private static boolean interruptible() throws IOException {
        Path status = Path.of("/proc/self/status");
        return !Files.exists(status)
                || Files.readAllLines(status).stream()
                        .filter(line -> line.startsWith("SigIgn:"))
                        .noneMatch(line ->
                                (Long.parseUnsignedLong(line.substring(7).strip(), 16) & 2) != 0);
    }

    private static List<Long> processes(SimulatedSearch search) {
        return search.script().logged("opened").stream().map(Long::valueOf).toList();
    }
}
