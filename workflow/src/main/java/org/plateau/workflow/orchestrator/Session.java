package org.plateau.workflow.orchestrator;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.plateau.workflow.executor.Executor;
import org.plateau.workflow.executor.Opening;
import org.plateau.workflow.executor.Use;
import org.plateau.workflow.journal.JournalEvent;
import org.plateau.workflow.journal.JournalEvent.Purpose;
import org.plateau.workflow.worker.ProcessUse;

/** One orchestrator's time with a run, from its beginning or from where the journal says that it was. */
final class Session {
    private static final Duration TICK = Duration.ofMillis(500);

    private final double startCpu = ProcessUse.cpuSeconds();
    private final RunContext run;
    private final Executor executor;
    private final Opening opening;
    private final Attempts attempts;
    private final TrailIntake intake;
    private final ToldHistory history;
    private final InstantSource clock;
    private final BooleanSupplier stopping;
    private final Consumer<Progress> progress;
    private final Conversation conversation;
    private final FrontStage front;
    private final Revisions revisions;
    private final Reporting reporting;
    private final long startMillis;
    private final double earlierSeconds;
    private long shown = -1;

    Session(
            RunContext run,
            Executor executor,
            Opening opening,
            Attempts attempts,
            TrailIntake intake,
            ToldHistory history,
            InstantSource clock,
            BooleanSupplier stopping,
            Consumer<Progress> progress) {
        this.run = run;
        this.executor = executor;
        this.opening = opening;
        this.attempts = attempts;
        this.intake = intake;
        this.history = history;
        this.clock = clock;
        this.stopping = stopping;
        this.progress = progress;
        Scores scores = new Scores(run.configuration());
        conversation = new Conversation(
                run,
                run.configuration()
                        .searcher()
                        .over(run.space(), run.configuration().seed()),
                scores,
                history,
                () -> elapsed() / 3600);
        front = new FrontStage(run, scores);
        revisions = new Revisions(run, history);
        reporting = new Reporting(run, front);
        startMillis = clock.millis();
        earlierSeconds = run.state().seconds();
    }

    /** @param reopened whether the budget is another one than before */
    SearchReport run(boolean reopened) {
        begin(reopened);
        try {
            search();
            finish();
            if (stopping.getAsBoolean()) {
                interrupt("asked to stop");
            } else {
                end();
            }
        } catch (RuntimeException e) {
            abandon(e);
            throw e;
        }
        return reporting.report(run.state().seconds());
    }

    private void begin(boolean reopened) {
        if (run.state().started().isEmpty()) {
            run.record(new JournalEvent.SearchStarted(
                    RunFiles.FORMAT,
                    run.searchId(),
                    run.configurationText(),
                    opening.dataset(),
                    opening.environment()));
            history.open();
            return;
        }
        run.record(new JournalEvent.SearchResumed(
                RunLock.holder(), run.configurationText(), opening.environment(), reopened));
        attempts.takeOver();
        history.open();
        conversation.replay(run.state().exchanges());
    }

    private void search() {
        while (!stopping.getAsBoolean()) {
            attempts.collect();
            run.state().untold().forEach(network -> restart(network, Purpose.SEARCH));
            for (Optional<NetworkState> next = conversation.next(); next.isPresent(); next = conversation.next()) {
                attempts.start(next.get(), Purpose.SEARCH, opening);
            }
            if (run.state().askingEnded().isPresent() && run.state().untold().isEmpty()) {
                show(Progress.Phase.SEARCHING);
                return;
            }
            showNowAndThen(Progress.Phase.SEARCHING);
            attempts.await(TICK);
        }
    }

    private void finish() {
        while (!stopping.getAsBoolean()) {
            attempts.collect();
            front.revise(revisions);
            List<FrontStage.Work> work = front.work();
            if (work.isEmpty() && attempts.flying() == 0) {
                return;
            }
            boolean testing = work.stream().anyMatch(item -> item.purpose() == Purpose.TEST);
            work.forEach(item -> restart(item.network(), item.purpose()));
            showNowAndThen(testing ? Progress.Phase.TESTING_FRONT : Progress.Phase.FINISHING_FRONT);
            attempts.await(TICK);
        }
    }

    /** Starts an attempt where one is needed: there is no result, none is under way, and not too many failed. */
    private void restart(NetworkState network, Purpose purpose) {
        if (network.open().isEmpty()
                && network.settled(purpose).isEmpty()
                && network.faults(purpose) < run.configuration().execution().attempts()) {
            attempts.start(network, purpose, opening);
        }
    }

    private void showNowAndThen(Progress.Phase phase) {
        long now = clock.millis() / TICK.toMillis();
        if (now != shown) {
            shown = now;
            show(phase);
        }
    }

    private void show(Progress.Phase phase) {
        progress.accept(reporting.progress(phase, attempts.flying(), attempts.epochs(), elapsed()));
    }

    private void end() {
        executor.close();
        intake.last();
        Use use = executor.use();
        double cpu = ProcessUse.cpuSeconds();
        run.record(new JournalEvent.SearchFinished(
                front.front().stream().map(NetworkState::id).toList(),
                elapsed() - earlierSeconds,
                new JournalEvent.CpuSeconds(cpu, startCpu, use.total(), use.opening(), use.beside())));
    }

    private void interrupt(String reason) {
        // An interrupted thread could neither wait for workers nor write to the journal.
        boolean interrupted = Thread.interrupted();
        try {
            executor.close(Orchestrator.STOP_GRACE);
            attempts.collectLast();
            intake.takeIn();
            run.record(new JournalEvent.SearchInterrupted(reason, elapsed() - earlierSeconds));
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Leaves as well as it can after an error, which stays the one that is told. */
    private void abandon(RuntimeException error) {
        try {
            interrupt(String.valueOf(error.getMessage()));
        } catch (RuntimeException second) {
            error.addSuppressed(second);
        }
    }

    private double elapsed() {
        return earlierSeconds + (clock.millis() - startMillis) / 1000.0;
    }
}
