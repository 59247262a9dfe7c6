package org.plateau.workflow.executor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plateau.workflow.attempt.TaskFile;
import org.plateau.workflow.journal.JournalEvent.AttemptEnded;
import org.plateau.workflow.orchestrator.SearchReport;
import org.plateau.workflow.run.AttemptFolder;
import org.plateau.workflow.run.RunFolder;
import org.plateau.workflow.simulated.OrchestratorProcess;
import org.plateau.workflow.simulated.Setting;
import org.plateau.workflow.simulated.SimulatedSearch;
import org.plateau.workflow.simulated.WorkerMain;
import org.plateau.workflow.worker.WorkerSetup;

/** Real worker processes, long-lived and dying. */
class LocalExecutorTest {
    @TempDir
    Path folder;

    private SimulatedSearch search;

    @BeforeEach
    void prepare() {
        search = new SimulatedSearch(folder);
    }

    private List<String> started() {
        return search.script().logged("opened");
    }

    @Test
    void aWorkerIsReplacedAfterItsNetworksAndNoNetworkIsTheWorseForIt() {
        search.setting().networksPerWorker(2);

        SearchReport report = search.runWithWorkers();

        assertThat(report.finished()).isTrue();
        int attempts = search.contents().events(AttemptEnded.class).size();
        assertThat(started()).doesNotHaveDuplicates().hasSizeGreaterThanOrEqualTo(attempts / 2);
        assertThat(search.contents().events(AttemptEnded.class)).noneMatch(AttemptEnded::fault);
    }

    @Test
    void aWorkerIsReplacedWhenItsMemoryHasGrownAboveTheLimit() {
        search.setting().workerMemory(1 << 20).budget(Setting.networks(3));

        SearchReport report = search.runWithWorkers();

        assertThat(report.finished()).isTrue();
        int attempts = search.contents().events(AttemptEnded.class).size();
        assertThat(started()).hasSizeGreaterThanOrEqualTo(attempts);
        assertThat(search.contents().events(AttemptEnded.class)).noneMatch(AttemptEnded::fault);
    }

    @ParameterizedTest
    @CsvSource({"halt-open, 7", "leave-open, 0"})
    void workersThatEndBeforeTheyAreReadyAreNotStartedForEver(String event, int code) {
        search.script().write("events=%s:0:0:0".formatted(event));

        assertThatThrownBy(search::runWithWorkers)
                .isInstanceOf(ExecutorException.class)
                .hasMessageContaining("exit code %d before they are ready".formatted(code))
                .hasMessageContaining("slot-");
        assertThat(started()).hasSizeBetween(3, 4);
        assertThat(search.folder().journal()).doesNotExist();
    }

    @Test
    void workersThatEndBeforeTheyAreReadyInTheMiddleOfASearchEndItAndItCanBeResumed() {
        search.script().write("events=halt:1:3:1 halt:2:3:1");
        search.onProgress(seen -> search.script().write("events=halt:1:3:1 halt:2:3:1 halt-open:0:0:0"));

        assertThatThrownBy(search::runWithWorkers)
                .isInstanceOf(ExecutorException.class)
                .hasMessageContaining("exit code 7 before they are ready");

        search.script().write();
        assertThat(search.onProgress(seen -> {}).runInline().finished()).isTrue();
    }

    @Test
    void aDatasetThatCannotBeLoadedIsToldInItsOwnWords() {
        search.script().write("events=no-data:0:0:0");

        assertThatThrownBy(search::runWithWorkers)
                .isInstanceOf(ExecutorException.class)
                .hasMessage("The folder of the dataset is empty");
    }

    @Test
    void aProgramThatIsNotThereIsNamed() {
        LocalExecutor executor = executor(new WorkerCommand(List.of("/no/such/program"), Map.of()));

        assertThatThrownBy(() -> search.run(executor))
                .isInstanceOf(ExecutorException.class)
                .hasMessageContaining("/no/such/program");
    }

    private LocalExecutor executor(WorkerCommand command) {
        WorkerSetup setup = new WorkerSetup(search.setting().configuration().dataset(), "cpu", 1, 100, 4L << 30);
        return new LocalExecutor(search.folder(), 1, setup, command);
    }

    @Test
    void theEnvironmentOfTheCommandIsTheWorkers() {
        LocalExecutor executor = executor(new WorkerCommand(
                List.of("/bin/sh", "-c", "echo \"threads: $OMP_NUM_THREADS\" >&2; exit 3"),
                Map.of("OMP_NUM_THREADS", "5")));

        assertThatThrownBy(() -> executor.open(() -> false)).hasMessageContaining("exit code 3");
        assertThat(search.folder().workerLog(1)).content().contains("threads: 5");
        executor.close();
    }

    @Test
    void anIdleWorkerThatIsKilledIsReplacedForTheNextAttempt() {
        try (LocalExecutor executor = executor(WorkerMain.command())) {
            assertThat(executor.open(() -> false)).isPresent();
            ProcessHandle worker =
                    ProcessHandle.of(Long.parseLong(started().get(0))).orElseThrow();
            worker.destroyForcibly();
            worker.onExit().join();
            while (started().size() < 2) {
                AttemptFolder attempt = attempt("none-" + System.nanoTime());
                executor.submit(List.of(attempt));
                executor.await(Duration.ofMillis(500));
            }
            assertThat(started()).hasSize(2);
        }
    }

    private AttemptFolder attempt(String network) {
        AttemptFolder attempt = search.folder().attempt(network, 1);
        TaskFile.write(attempt.task(), Map.of("format", 1));
        return attempt;
    }

    @Test
    void anAttemptThatWaitsCanBeCancelledAndIsNotBegun() {
        try (LocalExecutor executor = executor(WorkerMain.command())) {
            AttemptFolder attempt = attempt("cancelled");
            search.script().write("events=hold-open:0:0:0");
            executor.submit(List.of(attempt));

            executor.cancel(attempt);
            search.script().release();

            assertThat(executor.poll(Set.of(attempt))).containsEntry(attempt, new AttemptState.Over());
            assertThat(executor.find(attempt)).hasValue(new AttemptState.Over());
            assertThat(attempt.stop()).doesNotExist();
        }
    }

    @Test
    void whatWasNeverSubmittedIsUnknownAndNotFailed() {
        try (LocalExecutor executor = executor(WorkerMain.command())) {
            AttemptFolder attempt = new RunFolder(folder).attempt("unheard-of", 1);

            assertThat(executor.poll(Set.of(attempt))).containsEntry(attempt, new AttemptState.Unknown());
            assertThat(executor.find(attempt)).isEmpty();
        }
    }

    @Test
    void closingTwiceEndsAllWorkersOnce() {
        LocalExecutor executor = search.localExecutor();
        assertThat(executor.open(() -> false)).isPresent();
        while (started().size() < 2) {
            OrchestratorProcess.pause(10);
        }

        executor.close();
        Use use = executor.use();
        executor.close();

        assertThat(started()).hasSize(2).allSatisfy(pid -> assertThat(ProcessHandle.of(Long.parseLong(pid)))
                .isEmpty());
        assertThat(executor.use()).isEqualTo(use);
        assertThat(use.total()).isPositive().isGreaterThanOrEqualTo(use.opening());
    }

    @Test
    void aFaultyTaskCostsItsAttemptAndTheNextIsTaken() {
        try (LocalExecutor executor = executor(WorkerMain.command())) {
            assertThat(executor.open(() -> false)).isPresent();
            List<AttemptFolder> attempts = List.of(attempt("first"), attempt("second"));
            executor.submit(attempts);
            while (!executor.poll(attempts).values().stream().allMatch(AttemptState.Faulted.class::isInstance)) {
                executor.await(Duration.ofMillis(200));
            }
            assertThat(started()).hasSize(1);
        }
    }
}
