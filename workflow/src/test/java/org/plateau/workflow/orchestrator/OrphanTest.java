package org.plateau.workflow.orchestrator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plateau.core.trail.Ending;
import org.plateau.workflow.journal.Journal;
import org.plateau.workflow.journal.JournalEvent.AttemptEnded;
import org.plateau.workflow.journal.JournalEvent.AttemptPlanned;
import org.plateau.workflow.run.AttemptFolder;
import org.plateau.workflow.run.FileLocked;
import org.plateau.workflow.run.HolderNote;
import org.plateau.workflow.simulated.OrchestratorProcess;
import org.plateau.workflow.simulated.RunContents;
import org.plateau.workflow.simulated.SimulatedSearch;

/** Workers whose orchestrator is gone, in the middle of an epoch. */
class OrphanTest {
    @TempDir
    Path folder;

    private SimulatedSearch search;

    @BeforeEach
    void prepare() {
        search = new SimulatedSearch(folder.resolve("orphaned"));
    }

    /** Kills an orchestrator whose two workers are in the fourth epoch of their first network, and leaves them there. */
    private List<ProcessHandle> orphans() {
        search.script().write("events=hold:1:4:1 hold:2:4:1");
        OrchestratorProcess killed = search.start();
        killed.awaits(() -> search.script().logged("held").size() == 2);
        List<ProcessHandle> workers = killed.workers();
        assertThat(workers).hasSize(2);
        killed.kill();
        return workers;
    }

    private AttemptFolder first(int ask) {
        RunContents contents = search.contents();
        return search.folder().attempt(contents.network(ask), 1);
    }

    @Test
    void aResumeWaitsForOrphansToLeaveAfterTheirEpochAndGoesOnFromThere() {
        SimulatedSearch undisturbed = new SimulatedSearch(folder.resolve("undisturbed"));
        undisturbed.runInline();
        List<ProcessHandle> workers = orphans();

        OrchestratorProcess resumed = search.start();
        resumed.awaits(() -> Files.exists(first(2).stop()));
        assertThat(first(1).fence()).exists();
        assertThat(search.contents().events(AttemptPlanned.class)).hasSize(2);
        assertThat(workers).allMatch(ProcessHandle::isAlive);
        search.script().release();

        assertThat(resumed.exitCode()).isZero();
        RunContents contents = search.contents();
        assertThat(search.script().logged("violations")).isEmpty();
        assertThat(contents.attempts(contents.network(1))
                        .get(1)
                        .resume()
                        .orElseThrow()
                        .epoch())
                .isEqualTo(4);
        assertThat(contents.events(AttemptEnded.class).subList(0, 2)).allSatisfy(end -> {
            assertThat(end.ending()).isEqualTo(Ending.INTERRUPTED);
            assertThat(end.epoch()).isEqualTo(4);
            assertThat(end.fault()).isFalse();
        });
        assertThat(contents.stories()).isEqualTo(undisturbed.contents().stories());
        assertThat(contents.front()).isEqualTo(undisturbed.contents().front());
    }

    @Test
    void anOrphanThatDoesNotLeaveInTimeIsEnded() {
        List<ProcessHandle> workers = orphans();
        SearchState state = SearchState.of(Journal.read(search.folder().journal()));

        boolean quiet = new Orphans(search.folder(), state, Duration.ofMillis(300)).quiet(() -> false);

        assertThat(quiet).isTrue();
        assertThat(FileLocked.held(first(1).lock())).isFalse();
        assertThat(FileLocked.held(first(2).lock())).isFalse();
        workers.forEach(worker -> worker.onExit().join());
        search.script().release();
        assertThat(search.runInline().finished()).isTrue();
        assertThat(search.contents()
                        .attempts(search.contents().network(1))
                        .get(1)
                        .resume()
                        .orElseThrow()
                        .epoch())
                .isEqualTo(3);
    }

    @Test
    void aWorkerOnAnotherMachineIsNotEndedButNamed() {
        List<ProcessHandle> workers = orphans();
        SearchState state = SearchState.of(Journal.read(search.folder().journal()));
        HolderNote elsewhere = new HolderNote(ProcessHandle.current().pid(), "far-away", Optional.empty());
        write(first(1).lock(), elsewhere.text());

        assertThatThrownBy(() -> new Orphans(search.folder(), state, Duration.ofMillis(200)).quiet(() -> false))
                .isInstanceOf(ResumeException.class)
                .hasMessageContaining(first(1).root().toString())
                .hasMessageContaining("on far-away")
                .hasMessageContaining("did not leave");
        search.script().release();
        workers.forEach(worker -> worker.onExit().join());
    }

    @Test
    void waitingForOrphansEndsWhenTheUserStopsTheSearch() {
        List<ProcessHandle> workers = orphans();
        search.stopWhen(() -> true);

        SearchReport report = search.runWithWorkers();

        assertThat(report.finished()).isFalse();
        assertThat(report.networks()).hasSize(2);
        assertThat(workers).allMatch(ProcessHandle::isAlive);
        search.script().release();
        workers.forEach(worker -> worker.onExit().join());
        assertThat(search.stopWhen(() -> false).runInline().finished()).isTrue();
        assertThat(search.script().logged("violations")).isEmpty();
    }

    private static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
