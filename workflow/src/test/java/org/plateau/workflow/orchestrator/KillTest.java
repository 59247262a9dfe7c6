package org.plateau.workflow.orchestrator;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.plateau.core.trail.ResumePoint;
import org.plateau.prediction.PredictionSettings;
import org.plateau.workflow.journal.JournalEvent.AttemptPlanned;
import org.plateau.workflow.journal.JournalEvent.Purpose;
import org.plateau.workflow.simulated.OrchestratorProcess;
import org.plateau.workflow.simulated.RunContents;
import org.plateau.workflow.simulated.Setting;
import org.plateau.workflow.simulated.SimulatedSearch;

/** kill -9 at random moments; what remains of a search must be as if nothing had happened. */
@Tag("slow")
class KillTest {
    private static final int KILLS = 6;

    @TempDir
    Path folder;

    private RunContents expected;

    @BeforeEach
    void runUndisturbed() {
        SimulatedSearch undisturbed = learning("undisturbed");
        assertThat(undisturbed.runInline().finished()).isTrue();
        expected = undisturbed.contents();
    }

    /** Its trainings learn from each other, and what is trained on in the end follows from all of them. */
    private SimulatedSearch learning(String name) {
        SimulatedSearch search = new SimulatedSearch(folder.resolve(name));
        search.setting().prediction(PredictionSettings.plateau()).budget(Setting.networks(10));
        return search;
    }

    private SimulatedSearch slowSearch() {
        SimulatedSearch search = learning("killed");
        search.script().write("epoch-millis=30", "uneven=true");
        search.setting().attempts(50);
        return search;
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4})
    void anOrchestratorThatIsKilledAgainAndAgainEndsAtTheSameFront(long seed) {
        Random random = new Random(seed);
        SimulatedSearch search = slowSearch();
        OrchestratorProcess process = search.start();
        for (int kills = 0; kills < KILLS; kills++) {
            OrchestratorProcess.pause(500 + random.nextInt(2500));
            if (!process.isAlive()) {
                break;
            }
            process.kill();
            process = search.start();
        }

        assertThat(process.exitCode()).as(process.output()).isZero();
        isAsIfUndisturbed(search);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {5, 6})
    void workersThatAreKilledCostNoMoreThanTheirEpoch(long seed) {
        Random random = new Random(seed);
        SimulatedSearch search = slowSearch();
        OrchestratorProcess process = search.start();
        for (int kills = 0; kills < 2 * KILLS && process.isAlive(); kills++) {
            OrchestratorProcess.pause(200 + random.nextInt(1000));
            // Not those that are still starting: so many of them in a row would tell that none will ever be ready.
            List<String> opened = search.script().logged("opened");
            List<ProcessHandle> workers = process.workers().stream()
                    .filter(worker -> opened.contains(Long.toString(worker.pid())))
                    .toList();
            if (!workers.isEmpty()) {
                workers.get(random.nextInt(workers.size())).destroyForcibly();
            }
        }

        assertThat(process.exitCode()).as(process.output()).isZero();
        isAsIfUndisturbed(search);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {7, 8})
    void everythingKilledAtOnceGoesOnToo(long seed) {
        Random random = new Random(seed);
        SimulatedSearch search = slowSearch();
        OrchestratorProcess process = search.start();
        for (int kills = 0; kills < KILLS && process.isAlive(); kills++) {
            OrchestratorProcess.pause(800 + random.nextInt(2000));
            List<ProcessHandle> workers = process.workers();
            process.kill();
            workers.forEach(ProcessHandle::destroyForcibly);
            process = search.start();
        }

        assertThat(process.exitCode()).as(process.output()).isZero();
        isAsIfUndisturbed(search);
    }

    private void isAsIfUndisturbed(SimulatedSearch search) {
        RunContents contents = search.contents();
        assertThat(search.script().logged("violations")).isEmpty();
        assertThat(contents.stories()).isEqualTo(expected.stories());
        assertThat(contents.front()).isEqualTo(expected.front()).isNotEmpty();
        assertThat(search.script().logged("stored")).isNotEmpty();
        for (int ask = 1; ask <= expected.stories().size(); ask++) {
            nothingWasTrainedTwice(contents, contents.network(ask));
        }
    }

    /** Each attempt goes on from the last checkpoint that any older one has in its trail. */
    private static void nothingWasTrainedTwice(RunContents contents, String network) {
        double last = 0;
        for (AttemptPlanned planned : contents.attempts(network)) {
            assertThat(planned.resume().map(ResumePoint::epoch).orElse(0.0)).isEqualTo(last);
            if (planned.purpose() != Purpose.TEST) {
                last = Math.max(last, contents.lastCheckpoint(network, planned.attempt()));
            }
        }
    }
}
