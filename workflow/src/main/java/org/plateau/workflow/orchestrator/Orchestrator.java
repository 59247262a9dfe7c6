package org.plateau.workflow.orchestrator;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.plateau.core.dataset.DatasetProperties;
import org.plateau.core.trail.TrailStore;
import org.plateau.formats.json.CanonicalJson;
import org.plateau.formats.json.Sha256;
import org.plateau.workflow.configuration.SearchConfiguration;
import org.plateau.workflow.executor.Executor;
import org.plateau.workflow.executor.Opening;
import org.plateau.workflow.executor.Use;
import org.plateau.workflow.journal.Journal;
import org.plateau.workflow.journal.JournalEvent;
import org.plateau.workflow.journal.JournalEvent.Purpose;
import org.plateau.workflow.run.RunFolder;
import org.plateau.workflow.worker.ProcessUse;

/**
 * Runs a search: asks the searcher, has networks trained, tells what came of them, and ends with a measured front.
 * Everything that it decides is in the journal first, so that it can be killed at any time and taken up again.
 */
public final class Orchestrator {
    private static final Duration TICK = Duration.ofMillis(500);
    private static final Duration STOP_GRACE = Duration.ofSeconds(6);

    private final SearchConfiguration configuration;
    private final RunFolder folder;
    private final Executor executor;
    private final TrailStore store;
    private final InstantSource clock;
    private final BooleanSupplier stopRequested;
    private final Consumer<Progress> progress;
    private final Consumer<String> warnings;

    /**
     * @param store index of the record trails
     * @param stopRequested whether the user wants the search to stop here
     * @param progress told about twice a second
     * @param warnings told what the user should know, a sentence each
     */
    public Orchestrator(
            SearchConfiguration configuration,
            RunFolder folder,
            Executor executor,
            TrailStore store,
            InstantSource clock,
            BooleanSupplier stopRequested,
            Consumer<Progress> progress,
            Consumer<String> warnings) {
        this.configuration = configuration;
        this.folder = folder;
        this.executor = executor;
        this.store = store;
        this.clock = clock;
        this.stopRequested = stopRequested;
        this.progress = progress;
        this.warnings = warnings;
    }

    /**
     * Runs the search to its end, or until it is asked to stop; {@link SearchReport#finished} tells which.
     *
     * @throws org.plateau.workflow.run.RunFolderException if another orchestrator is at this run
     * @throws ResumeException if the run is not one of this configuration, dataset or version
     * @throws org.plateau.workflow.executor.ExecutorException if nothing can be trained
     */
    public SearchReport run() {
        return RunLock.take(folder).during(this::runLocked);
    }

    private SearchReport runLocked() {
        List<JournalEvent> events = RunFiles.events(folder);
        RunFiles.requireSameSearch(folder, events, configuration);
        try (Executor trainers = executor) {
            Opening opening = trainers.open();
            try (Journal journal = Journal.open(folder.journal(), clock)) {
                return new Session(events, opening, journal).run();
            }
        }
    }

    /** One orchestrator's time with a run. */
    private final class Session {
        private final double startCpu = ProcessUse.cpuSeconds();
        private final long startMillis = clock.millis();
        private final RunContext run;
        private final Opening opening;
        private final Attempts attempts;
        private final TrailIntake intake;
        private final Conversation conversation;
        private final FrontStage front;
        private final Reporting reporting;
        private final double earlierSeconds;

        Session(List<JournalEvent> events, Opening opening, Journal journal) {
            this.opening = opening;
            SearchState state = SearchState.of(events);
            DatasetProperties dataset = opening.dataset();
            String text = CanonicalJson.text(
                    org.plateau.workflow.json.WorkflowJson.mapper().valueToTree(configuration));
            String search = state.started()
                    .map(JournalEvent.SearchStarted::search)
                    .orElseGet(() -> configuration.name() + "-" + unique());
            run = new RunContext(
                    folder,
                    configuration,
                    text,
                    search,
                    journal::append,
                    state,
                    configuration
                            .space()
                            .space(dataset.shape(), dataset.classes().size()));
            Scores scores = new Scores(configuration);
            intake = new TrailIntake(store, warnings);
            attempts = new Attempts(run, executor, intake);
            conversation = new Conversation(
                    run,
                    configuration.searcher().over(run.space(), configuration.seed()),
                    scores,
                    dataset,
                    () -> elapsed() / 3600);
            front = new FrontStage(run, scores, dataset.test().stream().anyMatch(images -> images > 0));
            reporting = new Reporting(run, front);
            earlierSeconds = state.seconds();
        }

        SearchReport run() {
            begin();
            try {
                search();
                finish(Progress.Phase.FINISHING_FRONT);
                if (!stopRequested.getAsBoolean()) {
                    close();
                    return reporting.report(elapsed());
                }
                interrupt("asked to stop");
                return reporting.report(elapsed());
            } catch (RuntimeException e) {
                interrupt(String.valueOf(e.getMessage()));
                throw e;
            }
        }

        private void begin() {
            if (run.state().started().isEmpty()) {
                run.record(new JournalEvent.SearchStarted(
                        RunFiles.FORMAT,
                        run.searchId(),
                        run.configurationText(),
                        opening.dataset(),
                        opening.environment()));
                return;
            }
            JournalEvent.SearchStarted started = run.state().started().get();
            RunFiles.requireSameDataset(started, opening);
            run.record(new JournalEvent.SearchResumed(
                    RunLock.holder(), opening.environment(), RunFiles.budgetChanged(started, configuration)));
            new Orphans(run, attempts).adopt();
            conversation.replay(run.state().exchanges());
        }

        private void search() {
            while (!stopRequested.getAsBoolean()) {
                attempts.collect();
                run.state().asked().forEach(network -> restart(network, Purpose.SEARCH));
                for (Optional<NetworkState> next = conversation.next(); next.isPresent(); next = conversation.next()) {
                    attempts.start(next.get(), Purpose.SEARCH, opening);
                }
                progress.accept(reporting.progress(Progress.Phase.SEARCHING, attempts.flying(), elapsed()));
                if (run.state().askingEnded().isPresent()
                        && run.state().toldCount() == run.state().asked().size()) {
                    return;
                }
                attempts.await(TICK);
            }
        }

        private void finish(Progress.Phase first) {
            Progress.Phase phase = first;
            while (!stopRequested.getAsBoolean()) {
                attempts.collect();
                List<FrontStage.Work> work = front.work();
                if (work.isEmpty() && attempts.flying() == 0) {
                    return;
                }
                if (work.stream().anyMatch(item -> item.purpose() == Purpose.TEST)) {
                    phase = Progress.Phase.TESTING_FRONT;
                }
                work.forEach(item -> restart(item.network(), item.purpose()));
                progress.accept(reporting.progress(phase, attempts.flying(), elapsed()));
                attempts.await(TICK);
            }
        }

        /** Starts an attempt where one is needed: there is no result, none is under way, and not too many failed. */
        private void restart(NetworkState network, Purpose purpose) {
            boolean wanted = purpose != Purpose.SEARCH
                    || !run.state().told(network.candidate().ask());
            if (wanted
                    && network.open().isEmpty()
                    && network.settled(purpose).isEmpty()
                    && network.faults(purpose) < configuration.execution().attempts()) {
                attempts.start(network, purpose, opening);
            }
        }

        private void close() {
            executor.close();
            intake.takeIn();
            Use use = executor.use();
            double cpu = ProcessUse.cpuSeconds();
            run.record(new JournalEvent.SearchFinished(
                    front.front().stream().map(NetworkState::id).toList(),
                    elapsed() - earlierSeconds,
                    new JournalEvent.CpuSeconds(cpu, startCpu, use.total(), use.opening(), use.beside())));
        }

        private void interrupt(String reason) {
            executor.close(STOP_GRACE);
            intake.takeIn();
            run.record(new JournalEvent.SearchInterrupted(reason, elapsed() - earlierSeconds));
        }

        private double elapsed() {
            return earlierSeconds + (clock.millis() - startMillis) / 1000.0;
        }

        private String unique() {
            String seed = folder.root().toAbsolutePath() + RunLock.holder() + clock.instant();
            return Sha256.of(seed.getBytes(java.nio.charset.StandardCharsets.UTF_8))
                    .substring(0, 8);
        }
    }
}
