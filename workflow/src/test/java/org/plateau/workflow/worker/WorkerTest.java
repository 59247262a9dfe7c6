package org.plateau.workflow.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plateau.core.trail.Ending;
import org.plateau.core.trail.TrailEntry;
import org.plateau.core.trail.TrailEvent;
import org.plateau.formats.trail.TrailReader;
import org.plateau.prediction.PredictionSettings;
import org.plateau.workflow.attempt.AttemptRecord;
import org.plateau.workflow.run.AtomicFile;
import org.plateau.workflow.run.AttemptFolder;
import org.plateau.workflow.run.FileLocked;
import org.plateau.workflow.run.HolderNote;
import org.plateau.workflow.simulated.OrchestratorProcess;
import org.plateau.workflow.simulated.Setting;
import org.plateau.workflow.simulated.SimulatedSearch;
import org.plateau.workflow.simulated.WorkerProgram;

/** A worker as a process of its own. */
class WorkerTest {
    @TempDir
    Path folder;

    private SimulatedSearch search;
    private AttemptFolder attempt;
    private WorkerProgram worker;

    /** Takes the task of a search's first network to a folder of its own. */
    @BeforeEach
    void startWorker() throws IOException {
        search = new SimulatedSearch(folder);
        search.setting().budget(Setting.networks(1)).prediction(PredictionSettings.none());
        search.runInline();
        Path task = search.folder().attempt(search.contents().network(1), 1).task();
        attempt = new AttemptFolder(folder.resolve("attempt"));
        Files.createDirectories(attempt.root());
        Files.copy(task, attempt.task());
        worker = WorkerProgram.start(folder, search.setting().configuration());
        assertThat(worker.next()).isInstanceOf(WorkerMessage.Ready.class);
        assertThat(worker.next()).isInstanceOf(WorkerMessage.Idle.class);
    }

    @AfterEach
    void endWorker() {
        worker.close();
    }

    private void holdAtEpochFour() {
        search.script().write("events=hold:1:4:1", "epoch-millis=300");
        worker.give(attempt.root());
        while (search.script().logged("held").isEmpty()) {
            OrchestratorProcess.pause(10);
        }
    }

    /** In the fourth epoch, or, where this machine is so busy that it heard of it late, soon afterwards. */
    private void leftWithACheckpoint() {
        List<TrailEntry> trail = TrailReader.readAll(attempt.trail());
        double checkpoint =
                AttemptRecord.read(attempt).checkpoint().orElseThrow().point().epoch();
        assertThat(checkpoint).isBetween(4.0, 11.0);
        assertThat(trail.get(trail.size() - 1).event()).isInstanceOfSatisfying(TrailEvent.TrainingEnded.class, end -> {
            assertThat(end.ending()).isEqualTo(Ending.INTERRUPTED);
            assertThat(end.epoch()).isEqualTo(checkpoint);
        });
        assertThat(FileLocked.held(attempt.lock())).isFalse();
    }

    @Test
    void aWorkerWhoseParentIsGoneLeavesAfterTheEpochsCheckpoint() {
        holdAtEpochFour();

        worker.closeInput();
        OrchestratorProcess.pause(200);
        search.script().release();

        assertThat(worker.next()).isEqualTo(new WorkerMessage.Done(attempt.root()));
        assertThat(worker.next()).isInstanceOf(WorkerMessage.Idle.class);
        assertThat(worker.next()).isInstanceOf(WorkerMessage.Leaving.class);
        assertThat(worker.exitCode()).isZero();
        leftWithACheckpoint();
    }

    @Test
    void aWorkerThatIsAskedToEndLeavesAfterTheEpochsCheckpoint() {
        holdAtEpochFour();

        worker.terminate();
        OrchestratorProcess.pause(200);
        search.script().release();

        assertThat(worker.next()).isEqualTo(new WorkerMessage.Done(attempt.root()));
        assertThat(worker.exitCode()).isEqualTo(143);
        leftWithACheckpoint();
    }

    @Test
    void theStopFileOfAnAttemptEndsItAfterTheEpochsCheckpointAndTheWorkerGoesOn() {
        holdAtEpochFour();

        AtomicFile.write(attempt.stop(), "stop\n");
        search.script().release();

        assertThat(worker.next()).isEqualTo(new WorkerMessage.Done(attempt.root()));
        assertThat(worker.next()).isInstanceOf(WorkerMessage.Idle.class);
        leftWithACheckpoint();
    }

    @Test
    void anIdleWorkerLeavesWhenItIsAskedTo() {
        worker.terminate();

        assertThat(worker.next())
                .isInstanceOfSatisfying(WorkerMessage.Leaving.class, leaving -> assertThat(leaving.reason())
                        .isEqualTo("it was asked to"));
        assertThat(worker.exitCode()).isEqualTo(143);
    }

    @Test
    void anAttemptThatWasGivenUpForANewerOneIsNotBegun() {
        AtomicFile.write(attempt.fence(), "fenced\n");

        worker.give(attempt.root());

        assertThat(worker.next()).isInstanceOfSatisfying(WorkerMessage.Faulted.class, faulted -> {
            assertThat(faulted.folder()).isEqualTo(attempt.root());
            assertThat(faulted.message()).contains("given up for a newer attempt");
        });
        assertThat(attempt.trail()).doesNotExist();
    }

    @Test
    void anAttemptInTheHandsOfAnotherWorkerIsNotBegunAndItsHolderNamed() {
        FileLocked lock = FileLocked.tryLock(
                        attempt.lock(), HolderNote.ofThisProcess().text())
                .orElseThrow();

        WorkerMessage said = lock.during(() -> {
            worker.give(attempt.root());
            return worker.next();
        });

        assertThat(said).isInstanceOfSatisfying(WorkerMessage.Faulted.class, faulted -> assertThat(faulted.message())
                .contains("pid " + ProcessHandle.current().pid()));
        assertThat(attempt.trail()).doesNotExist();
    }

    @Test
    void aFolderWithoutATaskEndsTheWorkerWithAMessage() throws IOException {
        Files.delete(attempt.task());

        worker.give(attempt.root());

        assertThat(worker.next()).isInstanceOfSatisfying(WorkerMessage.Unfit.class, unfit -> assertThat(unfit.message())
                .contains(attempt.task().toString()));
        assertThat(worker.exitCode()).isEqualTo(1);
    }

    @Test
    void aTaskThatIsNotOneCostsTheAttemptAlone() throws IOException {
        Files.writeString(attempt.task(), "{\"format\":");

        worker.give(attempt.root());

        assertThat(worker.next())
                .isInstanceOfSatisfying(WorkerMessage.Faulted.class, faulted -> assertThat(faulted.message())
                        .contains("is no AttemptTask of this version"));
        assertThat(worker.next()).isInstanceOf(WorkerMessage.Idle.class);
    }

    @Test
    void aDatasetThatIsNotTheTasksAnyMoreEndsTheWorkerWithBothFingerprints() {
        worker.close();
        search.script().write("fingerprint=beef");
        worker = WorkerProgram.start(folder, search.setting().configuration());
        assertThat(worker.next()).isInstanceOf(WorkerMessage.Ready.class);
        assertThat(worker.next()).isInstanceOf(WorkerMessage.Idle.class);

        worker.give(attempt.root());

        assertThat(worker.next()).isInstanceOfSatisfying(WorkerMessage.Unfit.class, unfit -> assertThat(unfit.message())
                .contains("f00d")
                .contains("beef"));
        assertThat(attempt.trail()).doesNotExist();
    }
}
