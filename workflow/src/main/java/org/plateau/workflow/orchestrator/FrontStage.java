package org.plateau.workflow.orchestrator;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.plateau.core.trail.Ending;
import org.plateau.search.pareto.ParetoFront;
import org.plateau.search.pareto.Point;
import org.plateau.workflow.configuration.SearchConfiguration.Order;
import org.plateau.workflow.journal.JournalEvent.AttemptEnded;
import org.plateau.workflow.journal.JournalEvent.ForecastsRevised;
import org.plateau.workflow.journal.JournalEvent.Purpose;

/**
 * The last part of a search: predicted members of the front are trained to the horizon, again and again, until every
 * member of the front was measured; then each is measured once on the test split.
 *
 * <p>In the order of submission this goes in rounds: what is measured counts when all of its round is, so that the same
 * networks are trained whichever ends first, and after an interruption. In the order of completion it counts at once.
 */
final class FrontStage {
    private final RunContext run;
    private final Scores scores;
    private final Optional<FinalistStage> finalists;
    private Outlook outlook = new Outlook(List.of(), List.of());
    private long seen = -1;
    /** The state in which it was last looked whether forecasts are to be made again. */
    private long looked = -1;

    FrontStage(RunContext run, Scores scores) {
        this.run = run;
        this.scores = scores;
        this.finalists = FinalistStage.of(run, scores);
    }

    /** A network and what is to be done with it. */
    record Work(NetworkState network, Purpose purpose) {}

    private record Outlook(List<NetworkState> front, List<Work> work) {}

    /** What is still to be trained or tested; nothing when the search is over. */
    List<Work> work() {
        return outlook().work();
    }

    /** The networks on the front, by what counts of each, in the order of their asks. */
    List<NetworkState> front() {
        return outlook().front();
    }

    /** The values of a network's objectives by the best that is known of it, as far as it can be on the front. */
    Optional<Scores.Score> score(NetworkState network) {
        return score(network, true);
    }

    /** Whether the network could not be trained to the horizon in as many attempts as are allowed. */
    boolean givenUp(NetworkState network) {
        return network.isGivenUp(Purpose.FINISH, allowed());
    }

    /** Makes the forecasts of stopped networks again where that is due, and writes them to the journal. */
    void revise(Revisions revisions) {
        if (looked != run.state().revision()) {
            finalists.flatMap(stage -> stage.due(revisions)).ifPresent(run::record);
            looked = run.state().revision();
        }
    }

    private Outlook outlook() {
        if (seen != run.state().revision()) {
            outlook = look();
            seen = run.state().revision();
        }
        return outlook;
    }

    private Outlook look() {
        Set<String> counting = new HashSet<>(
                run.state().revised().map(ForecastsRevised::finished).orElse(List.of()));
        run.state().asked().stream()
                .filter(network ->
                        network.finishedBefore() || run.configuration().order() == Order.COMPLETION)
                .filter(this::isThrough)
                .forEach(network -> counting.add(network.id()));
        List<Work> chosen = finalists.map(FinalistStage::chosen).orElse(List.of()).stream()
                .filter(network -> !isThrough(network))
                .map(network -> new Work(network, Purpose.FINISH))
                .toList();
        if (!chosen.isEmpty()) {
            return new Outlook(front(counting), chosen);
        }
        while (true) {
            List<NetworkState> front = front(counting);
            List<NetworkState> round = front.stream()
                    .filter(network -> !counting.contains(network.id()))
                    .filter(network -> !network.isCompleted())
                    .toList();
            if (round.isEmpty()) {
                return new Outlook(front, tests(front));
            }
            List<Work> work = round.stream()
                    .filter(network -> !isThrough(network))
                    .map(network -> new Work(network, Purpose.FINISH))
                    .toList();
            if (!work.isEmpty()) {
                return new Outlook(front, work);
            }
            round.forEach(network -> counting.add(network.id()));
        }
    }

    private List<NetworkState> front(Set<String> counting) {
        List<Point> points = new ArrayList<>();
        for (NetworkState network : run.state().asked()) {
            score(network, counting.contains(network.id()))
                    .ifPresent(score -> points.add(new Point(network.id(), scores.costs(score))));
        }
        Set<String> members = new HashSet<>();
        ParetoFront.of(points).points().forEach(point -> members.add(point.id()));
        return run.state().asked().stream()
                .filter(network -> members.contains(network.id()))
                .toList();
    }

    private List<Work> tests(List<NetworkState> front) {
        if (run.dataset().test().stream().noneMatch(images -> images > 0)) {
            return List.of();
        }
        return front.stream()
                .filter(network -> !network.isThrough(Purpose.TEST, allowed()))
                .map(network -> new Work(network, Purpose.TEST))
                .toList();
    }

    private Optional<Scores.Score> score(NetworkState network, boolean finishCounts) {
        int ask = network.candidate().ask();
        if (!run.state().told(ask) || run.state().failure(ask).isPresent() || (finishCounts && givenUp(network))) {
            return Optional.empty();
        }
        Optional<AttemptEnded> end = finishCounts ? network.result() : network.settled(Purpose.SEARCH);
        return end.flatMap(known -> scores.of(run.architecture(network), known)
                .map(score -> known.ending() == Ending.STOPPED ? revised(network, score) : score));
    }

    /** With what is expected of a stopped network now, where that was looked at again. */
    private Scores.Score revised(NetworkState network, Scores.Score score) {
        return run.state()
                .expected(network.id())
                .map(forecast -> scores.withFitness(score, forecast.value()))
                .orElse(score);
    }

    private boolean isThrough(NetworkState network) {
        return network.isThrough(Purpose.FINISH, allowed());
    }

    private int allowed() {
        return run.configuration().execution().attempts();
    }
}
