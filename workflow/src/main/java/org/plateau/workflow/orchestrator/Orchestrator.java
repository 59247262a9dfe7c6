package org.plateau.workflow.orchestrator;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.plateau.core.trail.TrailStore;
import org.plateau.formats.json.Sha256;
import org.plateau.workflow.attempt.KeptWeights;
import org.plateau.workflow.configuration.SearchConfiguration;
import org.plateau.workflow.executor.Executor;
import org.plateau.workflow.executor.Opening;
import org.plateau.workflow.history.EarlierTrainings;
import org.plateau.workflow.journal.Journal;
import org.plateau.workflow.journal.JournalEvent.SearchStarted;
import org.plateau.workflow.run.DiskError;
import org.plateau.workflow.run.RunFolder;
import org.plateau.workflow.run.RunFolderException;

/**
 * Runs a search: asks the searcher, has networks trained, tells what came of them, and ends with a measured front.
 * Everything that it decides is in the journal first, so that it can be killed at any time and taken up again.
 */
public final class Orchestrator {
    /** How long workers of an orchestrator that is gone may take to leave. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    /** How long workers may take to leave when the search is asked to stop. */
    static final Duration STOP_GRACE = Duration.ofSeconds(6);

    private final SearchConfiguration configuration;
    private final RunFolder folder;
    private final Executor executor;
    private final TrailStore store;
    private final KeptWeights weights;
    private final EarlierTrainings earlier;
    private final InstantSource clock;
    private final BooleanSupplier stopRequested;
    private final Consumer<Progress> progress;
    private final Consumer<String> warnings;

    /**
     * @param executor is closed at the end
     * @param store index of the record trails
     * @param weights keeps what networks have learned
     * @param earlier trainings of others, for a search that learns from them
     * @param stopRequested whether the user wants the search to stop here; a file {@link RunFolder#stop} and
     *     the interruption of the thread say the same
     * @param progress told about twice a second
     * @param warnings told what the user should know, a sentence each
     */
    public Orchestrator(
            SearchConfiguration configuration,
            RunFolder folder,
            Executor executor,
            TrailStore store,
            KeptWeights weights,
            EarlierTrainings earlier,
            InstantSource clock,
            BooleanSupplier stopRequested,
            Consumer<Progress> progress,
            Consumer<String> warnings) {
        this.configuration = configuration;
        this.folder = folder;
        this.executor = executor;
        this.store = store;
        this.weights = weights;
        this.earlier = earlier;
        this.clock = clock;
        this.stopRequested = stopRequested;
        this.progress = progress;
        this.warnings = warnings;
    }

    /**
     * Runs the search to its end, or until it is asked to stop; {@link SearchReport#finished} tells which. A search that
     * has ended under the same budget is only reported.
     *
     * @throws RunFolderException if another orchestrator is at this run, or its folder cannot be written
     * @throws ResumeException if the run is not one of this configuration, dataset or version
     * @throws UnknownObjectiveException if an objective is not recorded by the trainings
     * @throws org.plateau.workflow.executor.ExecutorException if nothing can be trained
     */
    public SearchReport run() {
        return RunLock.take(folder).during(() -> {
            removeStopFile();
            SearchReport report = runLocked();
            removeStopFile();
            return report;
        });
    }

    private SearchReport runLocked() {
        SearchState state = SearchState.of(RunFiles.lines(folder));
        RunFiles.requireSameSearch(folder, state, configuration);
        boolean reopened = state.started().isPresent() && RunFiles.budgetChanged(state, configuration);
        if (state.finished().isPresent() && !reopened) {
            return reported(state);
        }
        try (Executor trainers = executor) {
            if (!new Orphans(folder, state, PATIENCE).quiet(this::stopping)) {
                return reported(state);
            }
            Optional<Opening> opening = trainers.open(this::stopping);
            if (opening.isEmpty()) {
                trainers.close(STOP_GRACE);
                return reported(state);
            }
            return runOpened(state, opening.get(), reopened);
        }
    }

    private SearchReport runOpened(SearchState state, Opening opening, boolean reopened) {
        state.started().ifPresent(started -> RunFiles.requireSameDataset(started, opening));
        try (Journal journal = Journal.open(folder.journal(), clock)) {
            String search =
                    state.started().map(SearchStarted::search).orElseGet(() -> configuration.name() + "-" + unique());
            RunContext run = new RunContext(
                    folder,
                    configuration,
                    RunFiles.text(configuration),
                    search,
                    journal::append,
                    state,
                    opening.dataset());
            TrailIntake intake = new TrailIntake(store, weights, warnings);
            ToldHistory history = new ToldHistory(run, new Scores(configuration), earlier);
            Attempts attempts = new Attempts(run, executor, intake, history);
            return new Session(run, executor, opening, attempts, intake, history, clock, this::stopping, progress)
                    .run(reopened);
        }
    }

    /** What the journal tells of a search that nothing is done for now. */
    private SearchReport reported(SearchState state) {
        return state.started().isPresent()
                ? RunReader.report(folder, configuration, state, state.seconds())
                : SearchReport.notBegun(configuration, folder.root());
    }

    private boolean stopping() {
        return stopRequested.getAsBoolean()
                || Files.exists(folder.stop())
                || Thread.currentThread().isInterrupted();
    }

    private void removeStopFile() {
        try {
            Files.deleteIfExists(folder.stop());
        } catch (IOException e) {
            throw new RunFolderException("Cannot delete %s: %s".formatted(folder.stop(), DiskError.reason(e)), e);
        }
    }

    private String unique() {
        String seed = folder.root().toAbsolutePath() + RunLock.holder() + clock.instant();
        return Sha256.of(seed.getBytes(StandardCharsets.UTF_8)).substring(0, 8);
    }
}
