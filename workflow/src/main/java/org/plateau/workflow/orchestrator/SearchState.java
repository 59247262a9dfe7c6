package org.plateau.workflow.orchestrator;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.plateau.search.pareto.Costs;
import org.plateau.search.pareto.ParetoFront;
import org.plateau.search.pareto.Point;
import org.plateau.workflow.configuration.Budget;
import org.plateau.workflow.journal.JournalEvent;
import org.plateau.workflow.journal.JournalEvent.Asked;
import org.plateau.workflow.journal.JournalEvent.AskingEnded;
import org.plateau.workflow.journal.JournalEvent.AttemptEnded;
import org.plateau.workflow.journal.JournalEvent.AttemptPlanned;
import org.plateau.workflow.journal.JournalEvent.Purpose;
import org.plateau.workflow.journal.JournalEvent.SearchFinished;
import org.plateau.workflow.journal.JournalEvent.SearchInterrupted;
import org.plateau.workflow.journal.JournalEvent.SearchResumed;
import org.plateau.workflow.journal.JournalEvent.SearchStarted;
import org.plateau.workflow.journal.JournalEvent.Told;
import org.plateau.workflow.journal.JournalEvent.ToldFailed;

/** What the lines of a journal add up to. Nothing is known here that is not in the journal. */
public final class SearchState {
    private final Map<String, NetworkState> networks = new LinkedHashMap<>();
    private final List<NetworkState> asked = new ArrayList<>();
    private final List<JournalEvent> exchanges = new ArrayList<>();
    private final Map<Integer, String> told = new LinkedHashMap<>();
    private Optional<SearchStarted> started = Optional.empty();
    private Optional<String> askingEnded = Optional.empty();
    private Optional<SearchFinished> finished = Optional.empty();
    private ParetoFront toldFront = ParetoFront.empty();
    private int stagnation;
    private double seconds;

    /** The state after these events. */
    public static SearchState of(List<JournalEvent> events) {
        SearchState state = new SearchState();
        events.forEach(state::apply);
        return state;
    }

    void apply(JournalEvent event) {
        if (event instanceof SearchStarted start) {
            started = Optional.of(start);
        } else if (event instanceof Asked ask) {
            NetworkState network = new NetworkState(ask.candidate(), ask.network(), ask.seed());
            networks.put(ask.network(), network);
            asked.add(network);
            exchanges.add(ask);
        } else if (event instanceof AttemptPlanned planned) {
            network(planned.network()).planned(planned);
        } else if (event instanceof AttemptEnded ended) {
            network(ended.network()).ended(ended);
        } else if (event instanceof Told tell) {
            exchanges.add(tell);
            told.put(tell.ask(), "");
            enter(new Point(asked.get(tell.ask() - 1).id(), new Costs(tell.costs())));
        } else if (event instanceof ToldFailed failed) {
            exchanges.add(failed);
            told.put(failed.ask(), failed.reason());
            stagnation++;
        } else if (event instanceof AskingEnded ended) {
            askingEnded = Optional.of(ended.reason());
        } else if (event instanceof SearchInterrupted interrupted) {
            seconds += interrupted.seconds();
        } else if (event instanceof SearchFinished end) {
            seconds += end.seconds();
            finished = Optional.of(end);
        } else if (event instanceof SearchResumed resumed && resumed.reopened()) {
            askingEnded = Optional.empty();
            finished = Optional.empty();
        }
    }

    /** A point that dominates nothing and is dominated, or equals a member, leaves the hypervolume as it is. */
    private void enter(Point point) {
        boolean changes = !toldFront.dominates(point.costs())
                && toldFront.points().stream()
                        .noneMatch(member -> member.costs().equals(point.costs()));
        toldFront = toldFront.plus(point);
        stagnation = changes ? 0 : stagnation + 1;
    }

    public Optional<SearchStarted> started() {
        return started;
    }

    /** Networks in the order in which they were asked for. */
    List<NetworkState> asked() {
        return List.copyOf(asked);
    }

    Collection<NetworkState> networks() {
        return networks.values();
    }

    NetworkState network(String id) {
        NetworkState network = networks.get(id);
        if (network == null) {
            throw new IllegalStateException("The journal speaks of network " + id + " before it was asked for");
        }
        return network;
    }

    /** Asks and tells in the order in which they happened. */
    List<JournalEvent> exchanges() {
        return List.copyOf(exchanges);
    }

    boolean told(int ask) {
        return told.containsKey(ask);
    }

    /** Why an ask was told as failed, empty where it was not. */
    Optional<String> failure(int ask) {
        return Optional.ofNullable(told.get(ask)).filter(reason -> !reason.isEmpty());
    }

    int toldCount() {
        return told.size();
    }

    public Optional<String> askingEnded() {
        return askingEnded;
    }

    public Optional<SearchFinished> finished() {
        return finished;
    }

    /** Seconds of all sessions that have ended. */
    double seconds() {
        return seconds;
    }

    /** What the told networks used up; {@code hours} are those of the sessions that have ended. */
    Budget.Spent spent() {
        double epochs = 0;
        double joules = 0;
        for (NetworkState network : asked) {
            if (told(network.candidate().ask())) {
                // What was trained twice after a fault does not count: the same seed must end at the same network.
                Optional<AttemptEnded> end = network.settled(Purpose.SEARCH);
                epochs += end.map(AttemptEnded::epoch).orElse(0.0);
                joules += end.map(known -> known.series().getOrDefault("joules", 0.0))
                        .orElse(0.0);
            }
        }
        return new Budget.Spent(asked.size(), epochs, seconds / 3600, joules, stagnation);
    }
}
