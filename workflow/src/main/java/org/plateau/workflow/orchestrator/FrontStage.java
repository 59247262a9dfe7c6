package org.plateau.workflow.orchestrator;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.plateau.core.trail.Ending;
import org.plateau.search.pareto.ParetoFront;
import org.plateau.search.pareto.Point;
import org.plateau.workflow.journal.JournalEvent.AttemptEnded;
import org.plateau.workflow.journal.JournalEvent.Purpose;

/**
 * The last part of a search: predicted members of the front are trained to the horizon, again and again, until every
 * member of the front was measured; then each is measured once on the test split.
 */
final class FrontStage {
    private final RunContext run;
    private final Scores scores;
    private final boolean testSplit;

    FrontStage(RunContext run, Scores scores, boolean testSplit) {
        this.run = run;
        this.scores = scores;
        this.testSplit = testSplit;
    }

    /** What is still to be trained or tested; nothing when the search is over. */
    List<Work> work() {
        List<NetworkState> front = front();
        List<Work> finish = front.stream()
                .filter(network -> !measured(network))
                .map(network -> new Work(network, Purpose.FINISH))
                .toList();
        if (!finish.isEmpty() || !testSplit) {
            return finish;
        }
        return front.stream()
                .filter(network -> network.settled(Purpose.TEST).isEmpty() && !givenUp(network, Purpose.TEST))
                .map(network -> new Work(network, Purpose.TEST))
                .toList();
    }

    /** A network and what is to be done with it. */
    record Work(NetworkState network, Purpose purpose) {}

    /** The networks on the front, by the best that is known of each, in the order of their asks. */
    List<NetworkState> front() {
        List<Point> points = new ArrayList<>();
        for (NetworkState network : run.state().asked()) {
            score(network).ifPresent(score -> points.add(new Point(network.id(), scores.costs(score))));
        }
        ParetoFront front = ParetoFront.of(points);
        return run.state().asked().stream()
                .filter(network -> front.contains(network.id()))
                .toList();
    }

    /** The values of a network's objectives, as far as it can be on the front. */
    Optional<Scores.Score> score(NetworkState network) {
        if (!run.state().told(network.candidate().ask())
                || run.state().failure(network.candidate().ask()).isPresent()
                || givenUp(network, Purpose.FINISH)) {
            return Optional.empty();
        }
        return network.result().flatMap(end -> scores.of(run.architecture(network), end));
    }

    private static boolean measured(NetworkState network) {
        return network.result().map(AttemptEnded::ending).orElse(Ending.FAILED) == Ending.COMPLETED;
    }

    private boolean givenUp(NetworkState network, Purpose purpose) {
        return network.settled(purpose).isEmpty()
                && network.faults(purpose) >= run.configuration().execution().attempts();
    }
}
