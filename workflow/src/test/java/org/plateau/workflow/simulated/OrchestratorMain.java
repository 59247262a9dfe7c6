package org.plateau.workflow.simulated;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.plateau.workflow.attempt.KeptWeights;
import org.plateau.workflow.attempt.TaskFile;
import org.plateau.workflow.configuration.SearchConfiguration;
import org.plateau.workflow.history.EarlierTrainings;
import org.plateau.workflow.orchestrator.Orchestrator;
import org.plateau.workflow.orchestrator.SearchReport;
import org.plateau.workflow.run.RunFolder;

/**
 * An orchestrator process: {@code RUN-FOLDER CONFIGURATION-FILE SCRIPT-FOLDER}. It exits with 0 when the search has
 * ended, with 3 when it was stopped before, and with 1 after an error, whose message it prints.
 */
public final class OrchestratorMain {
    private static final int STOPPED = 3;

    private OrchestratorMain() {}

    public static void main(String[] arguments) {
        AtomicBoolean stop = new AtomicBoolean();
        CountDownLatch left = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            stop.set(true);
            try {
                left.await(20, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }));
        int code = 1;
        try {
            SearchReport report = search(arguments, stop).run();
            code = report.finished() ? 0 : STOPPED;
        } catch (RuntimeException e) {
            System.err.println(e.getMessage());
        } finally {
            left.countDown();
        }
        System.exit(code);
    }

    private static Orchestrator search(String[] arguments, AtomicBoolean stop) {
        RunFolder run = new RunFolder(Path.of(arguments[0]));
        SearchConfiguration configuration = TaskFile.read(Path.of(arguments[1]), SearchConfiguration.class);
        Script script = new Script(Path.of(arguments[2]));
        return new Orchestrator(
                configuration,
                run,
                SimulatedSearch.localExecutor(run, configuration),
                new RecordingStore(script),
                KeptWeights.none(),
                EarlierTrainings.none(),
                InstantSource.system(),
                stop::get,
                progress -> {},
                warning -> script.log("warnings", warning));
    }
}
