package org.plateau.cli;

import java.nio.file.Files;
import java.time.Clock;
import java.util.function.Consumer;
import org.plateau.cli.configuration.ConfigurationReader;
import org.plateau.cli.configuration.DiffractionSection;
import org.plateau.cli.configuration.SearchFile;
import org.plateau.cli.output.ProgressLine;
import org.plateau.commons.Commons;
import org.plateau.commons.CommonsPlace;
import org.plateau.commons.CommonsStore;
import org.plateau.core.provenance.Build;
import org.plateau.workflow.attempt.KeptWeights;
import org.plateau.workflow.configuration.ExecutionSettings;
import org.plateau.workflow.configuration.SearchConfiguration;
import org.plateau.workflow.executor.LocalExecutor;
import org.plateau.workflow.orchestrator.Orchestrator;
import org.plateau.workflow.orchestrator.SearchReport;
import org.plateau.workflow.run.AtomicFile;
import org.plateau.workflow.run.RunFolder;
import org.plateau.workflow.worker.WorkerSetup;

/**
 * A search with all that it needs, wired together.
 *
 * @param file the configuration as resolved
 * @param configuration the same for the workflow
 * @param run where it is kept
 * @param interruption ends it
 * @param line shows how far it is
 * @param messages told what the user should know
 */
record SearchRun(
        SearchFile file,
        SearchConfiguration configuration,
        RunFolder run,
        Interruption interruption,
        ProgressLine line,
        Consumer<String> messages) {

    /** Makes the data where it is simulated and missing. */
    void prepare() {
        if (file.dataset() instanceof DiffractionSection diffraction) {
            int threads = Runtime.getRuntime().availableProcessors();
            Generation generation =
                    interruption.interrupting(() -> Generation.run(diffraction.generation(threads), line));
            if (generation.made()) {
                messages.accept(generation.sentence());
            }
        }
    }

    /** Searches until the end, or until it is asked to stop. */
    SearchReport search() {
        CommonsPlace commons =
                CommonsPlace.of(file.commons().orElseThrow(), file.store().or(CommonsOption::store));
        try (CommonsStore store = Commons.open(commons, new CurveNaming())) {
            String resolved = header() + ConfigurationReader.write(file);
            if (!Files.exists(run.configuration())) {
                AtomicFile.write(run.configuration(), resolved);
            }
            line.show("starting %d workers".formatted(configuration.execution().workers()));
            SearchReport report = new Orchestrator(
                            configuration,
                            run,
                            executor(),
                            store,
                            new KeptWeights(file.commonsWeights().orElseThrow(), store.objects()),
                            new CommonsTrainings(store),
                            Clock.systemUTC(),
                            interruption::requested,
                            line::show,
                            messages)
                    .run();
            // A search that was prolonged has another budget now.
            AtomicFile.write(run.configuration(), resolved);
            return report;
        } finally {
            line.clear();
        }
    }

    private LocalExecutor executor() {
        ExecutionSettings execution = configuration.execution();
        WorkerSetup setup = new WorkerSetup(
                configuration.dataset(),
                execution.device(),
                execution.threads(),
                execution.networksPerWorker(),
                execution.workerMemory());
        return new LocalExecutor(run, execution.workers(), setup, WorkerPrograms.pyTorch(execution.threads()));
    }

    private static String header() {
        Build build = Build.current();
        return "# As resolved by plateau %s (commit %s); plateau search reads it again.\n"
                .formatted(build.version(), build.commit());
    }
}
