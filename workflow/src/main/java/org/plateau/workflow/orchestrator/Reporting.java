package org.plateau.workflow.orchestrator;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.plateau.core.architecture.Architecture;
import org.plateau.core.trail.Ending;
import org.plateau.core.trail.TrailEvent;
import org.plateau.core.training.TestResult;
import org.plateau.workflow.attempt.AttemptRecord;
import org.plateau.workflow.configuration.Objective;
import org.plateau.workflow.journal.JournalEvent.AttemptEnded;
import org.plateau.workflow.journal.JournalEvent.Purpose;
import org.plateau.workflow.journal.JournalEvent.SearchFinished;

/** Reads progress and reports from the state of a run. */
final class Reporting {
    private final RunContext run;
    private final FrontStage front;

    Reporting(RunContext run, FrontStage front) {
        this.run = run;
        this.front = front;
    }

    Progress progress(Progress.Phase phase, int running, double elapsedSeconds) {
        SearchState state = run.state();
        List<NetworkState> asked = state.asked();
        double spent = asked.stream().mapToDouble(NetworkState::epochsSpent).sum();
        double saved = asked.stream()
                .flatMap(network -> network.result().stream())
                .filter(end -> end.ending() == Ending.STOPPED)
                .mapToDouble(end -> run.configuration().training().epochs() - end.epoch())
                .sum();
        int generation =
                asked.isEmpty() ? 0 : asked.get(asked.size() - 1).candidate().generation();
        return new Progress(
                phase,
                asked.size(),
                state.toldCount(),
                run.configuration().budget().networks(),
                generation,
                spent,
                saved,
                running,
                elapsedSeconds,
                remaining(elapsedSeconds));
    }

    /** By the pace of the networks so far; the front's last trainings are not foreseen. */
    private OptionalDouble remaining(double elapsedSeconds) {
        int told = run.state().toldCount();
        if (told == 0 || run.configuration().budget().networks().isEmpty()) {
            return OptionalDouble.empty();
        }
        int left = run.configuration().budget().networks().getAsInt() - told;
        return OptionalDouble.of(Math.max(0, left) * elapsedSeconds / told);
    }

    SearchReport report(double elapsedSeconds) {
        Set<String> members = new HashSet<>();
        front.front().forEach(network -> members.add(network.id()));
        List<SearchReport.Row> rows = new ArrayList<>();
        double epochs = 0;
        double seconds = 0;
        for (NetworkState network : run.state().asked()) {
            SearchReport.Row row = row(network, members.contains(network.id()));
            rows.add(row);
            double spent = network.epochsSpent();
            epochs += spent;
            seconds += row.trained() ? row.seconds() * spent / row.epochs() : 0;
        }
        return new SearchReport(
                run.searchId(),
                run.folder().root(),
                run.configuration().objectives().stream()
                        .map(Objective::measure)
                        .toList(),
                rows,
                run.state().askingEnded(),
                run.state().finished().isPresent(),
                run.configuration().training().epochs(),
                epochs,
                seconds,
                elapsedSeconds,
                run.state().finished().map(SearchFinished::cpu));
    }

    private SearchReport.Row row(NetworkState network, boolean member) {
        Architecture architecture = run.architecture(network);
        Optional<Scores.Score> score = front.score(network);
        Optional<AttemptEnded> end = network.result();
        int ask = network.candidate().ask();
        String why = run.state()
                .failure(ask)
                .or(() -> end.filter(known -> run.state().told(ask)).map(AttemptEnded::message))
                .orElse("");
        return new SearchReport.Row(
                network.id(),
                ask,
                network.candidate().generation(),
                network.candidate().genome(),
                score.map(Scores.Score::values).orElse(List.of()),
                score.map(Scores.Score::measured).orElse(false),
                member,
                architecture.flops() / 1e6,
                architecture.parameters(),
                end.map(AttemptEnded::epoch).orElse(0.0),
                end.map(known -> known.series().getOrDefault("seconds", 0.0)).orElse(0.0),
                stopped(network).orElse(why),
                test(network));
    }

    /** A member that was trained to the horizon in the end had been stopped before, and that is worth saying. */
    private static Optional<String> stopped(NetworkState network) {
        return network.settled(Purpose.FINISH)
                .flatMap(finished -> network.settled(Purpose.SEARCH))
                .filter(end -> end.ending() == Ending.STOPPED)
                .map(end -> "Finished for the front; stopped after epoch %.0f before: %s"
                        .formatted(end.epoch(), end.message()));
    }

    private Map<String, Double> test(NetworkState network) {
        return network.settled(Purpose.TEST)
                .map(end -> AttemptRecord.read(run.folder().attempt(network.id(), end.attempt())))
                .flatMap(record -> record.entries().stream()
                        .map(entry -> entry.event())
                        .filter(TrailEvent.NetworkTested.class::isInstance)
                        .map(event -> ((TrailEvent.NetworkTested) event).result())
                        .findFirst())
                .map(TestResult::measures)
                .orElse(Map.of());
    }
}
