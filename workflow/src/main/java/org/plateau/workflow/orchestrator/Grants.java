package org.plateau.workflow.orchestrator;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.plateau.prediction.ExplorationSettings;
import org.plateau.prediction.ExplorationSettings.Grant;
import org.plateau.workflow.journal.JournalEvent.AttemptPlanned;
import org.plateau.workflow.journal.JournalEvent.Purpose;

/**
 * Which networks may go to the horizon although a rule would stop them. Decided when a network is first submitted, from
 * what the searcher knew when it was asked for it: those told by then that were explored, and those under way that may be.
 */
final class Grants {
    private final RunContext run;
    private final ToldHistory history;

    Grants(RunContext run, ToldHistory history) {
        this.run = run;
        this.history = history;
    }

    /** What a network is granted; what it was granted at first, if it was submitted before. */
    Grant of(NetworkState network) {
        Optional<ExplorationSettings> exploration =
                run.configuration().prediction().exploration();
        Optional<AttemptPlanned> first = firstAttempt(network);
        if (first.isPresent() || exploration.isEmpty()) {
            return first.flatMap(AttemptPlanned::grant).orElse(Grant.NONE);
        }
        int index = network.candidate().ask() - 1;
        return exploration
                .get()
                .grant(index, explored(network, exploration.get().first()));
    }

    private int explored(NetworkState network, int first) {
        int explored = 0;
        List<NetworkState> told = run.state().toldInOrder().subList(0, network.toldBefore());
        for (int place = 0; place < told.size(); place++) {
            explored += told.get(place).candidate().ask() > first && history.explored(place) ? 1 : 0;
        }
        Set<NetworkState> known = Set.copyOf(told);
        long granted = run.state().asked().stream()
                .limit(network.candidate().ask() - 1L)
                .skip(first)
                .filter(other -> !known.contains(other))
                .flatMap(other -> firstAttempt(other).flatMap(AttemptPlanned::grant).stream())
                .filter(grant -> grant != Grant.NONE)
                .count();
        return explored + (int) granted;
    }

    private static Optional<AttemptPlanned> firstAttempt(NetworkState network) {
        return network.attempts().stream()
                .filter(attempt -> attempt.is(Purpose.SEARCH))
                .map(NetworkState.Attempt::planned)
                .findFirst();
    }
}
