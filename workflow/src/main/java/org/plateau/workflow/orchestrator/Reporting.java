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
import org.plateau.workflow.attempt.AttemptRecord;
import org.plateau.workflow.configuration.Objective;
import org.plateau.workflow.journal.JournalEvent.AttemptEnded;
import org.plateau.workflow.journal.JournalEvent.Purpose;
import org.plateau.workflow.journal.JournalEvent.SearchFinished;

/** Reads progress and reports from the state of a run. */
final class Reporting {
    private final RunContext run;
    private final FrontStage front;
    private long seen = -1;
    private double spent;
    private double saved;

    Reporting(RunContext run, FrontStage front) {
        this.run = run;
        this.front = front;
    }

    /**
     * @param running attempts under way
     * @param runningEpochs measured in them so far
     */
    Progress progress(Progress.Phase phase, int running, int runningEpochs, double elapsedSeconds) {
        SearchState state = run.state();
        List<NetworkState> asked = state.asked();
        if (seen != state.revision()) {
            seen = state.revision();
            spent = asked.stream().mapToDouble(NetworkState::epochsSpent).sum();
            saved = asked.stream().mapToDouble(this::saved).sum();
        }
        int generation =
                asked.isEmpty() ? 0 : asked.get(asked.size() - 1).candidate().generation();
        return new Progress(
                phase,
                asked.size(),
                state.toldCount(),
                run.configuration().budget().networks(),
                generation,
                spent + runningEpochs,
                saved,
                running,
                elapsedSeconds,
                remaining(elapsedSeconds));
    }

    private double saved(NetworkState network) {
        return network.result()
                .filter(end -> end.ending() == Ending.STOPPED)
                .map(end -> run.configuration().training().epochs() - end.epoch())
                .orElse(0.0);
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
            double trained = network.epochsSpent();
            epochs += trained;
            seconds += row.trained() ? row.seconds() * trained / row.epochs() : 0;
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
        return new SearchReport.Row(
                network.id(),
                ask,
                network.candidate().generation(),
                network.candidate().genome(),
                score.map(Scores.Score::values).orElse(List.of()),
                score.map(Scores.Score::measured).orElse(false),
                // While a round of the front is under way, a member of it may have turned out to have no values.
                member && score.isPresent(),
                architecture.flops() / 1e6,
                architecture.parameters(),
                end.map(AttemptEnded::epoch).orElse(0.0),
                end.map(known -> known.series().getOrDefault("seconds", 0.0)).orElse(0.0),
                why(network),
                test(network));
    }

    /** What was done for the front comes first; a network that was stopped before keeps that reason. */
    private String why(NetworkState network) {
        int ask = network.candidate().ask();
        if (!run.state().told(ask)) {
            return "";
        }
        String search = run.state()
                .failure(ask)
                .or(() -> network.settled(Purpose.SEARCH).map(AttemptEnded::message))
                .orElse("");
        Optional<AttemptEnded> finish = network.settled(Purpose.FINISH);
        if (front.givenUp(network)) {
            return "Could not be finished for the front: %s; stopped before: %s"
                    .formatted(network.lastFault(Purpose.FINISH).orElse("unknown"), search);
        }
        if (finish.isEmpty()) {
            return search;
        }
        double epoch = network.settled(Purpose.SEARCH).map(AttemptEnded::epoch).orElse(0.0);
        String end = finish.get().ending() == Ending.COMPLETED
                ? "Finished for the front"
                : "Finished for the front: " + finish.get().message();
        return "%s; stopped after epoch %.0f before: %s".formatted(end, epoch, search);
    }

    private Map<String, Double> test(NetworkState network) {
        return network.settled(Purpose.TEST)
                .map(end -> AttemptRecord.read(run.folder().attempt(network.id(), end.attempt())))
                .flatMap(AttemptRecord::tested)
                .map(tested -> tested.result().measures())
                .orElse(Map.of());
    }
}
