package org.plateau.workflow.orchestrator;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.plateau.search.pareto.Costs;
import org.plateau.search.pareto.ParetoFront;
import org.plateau.search.pareto.Point;
import org.plateau.workflow.configuration.Budget;
import org.plateau.workflow.journal.Journal;
import org.plateau.workflow.journal.JournalEvent;
import org.plateau.workflow.journal.JournalEvent.Asked;
import org.plateau.workflow.journal.JournalEvent.AskingEnded;
import org.plateau.workflow.journal.JournalEvent.AttemptEnded;
import org.plateau.workflow.journal.JournalEvent.AttemptPlanned;
import org.plateau.workflow.journal.JournalEvent.EarlierTaken;
import org.plateau.workflow.journal.JournalEvent.ForecastsRevised;
import org.plateau.workflow.journal.JournalEvent.Purpose;
import org.plateau.workflow.journal.JournalEvent.Revised;
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
    private final Map<Integer, NetworkState> untold = new TreeMap<>();
    private final List<JournalEvent> exchanges = new ArrayList<>();
    private final Map<Integer, String> told = new LinkedHashMap<>();
    private Optional<SearchStarted> started = Optional.empty();
    private Optional<List<String>> earlier = Optional.empty();
    private String configuration = "";
    private Optional<String> askingEnded = Optional.empty();
    private Optional<SearchFinished> finished = Optional.empty();
    private Optional<ForecastsRevised> revised = Optional.empty();
    private final Map<String, Revised> expected = new HashMap<>();
    private ParetoFront toldFront = ParetoFront.empty();
    private int stagnation;
    private int failuresInRow;
    private double epochs;
    private double joules;
    private double seconds;
    private Optional<Instant> session = Optional.empty();
    private Instant newest = Instant.EPOCH;
    private long revision;

    /** The state after these lines. */
    public static SearchState of(List<Journal.Line> lines) {
        SearchState state = new SearchState();
        lines.forEach(state::apply);
        return state;
    }

    void apply(Journal.Line line) {
        JournalEvent event = line.event();
        if (event instanceof SearchStarted || event instanceof SearchResumed) {
            // An orchestrator that was killed could not say how long it was there.
            seconds = seconds();
            session = Optional.of(line.time());
        }
        newest = line.time();
        revision++;
        if (event instanceof Asked ask) {
            asked(ask);
        } else if (event instanceof AttemptPlanned planned) {
            network(planned.network()).planned(planned);
        } else if (event instanceof AttemptEnded ended) {
            network(ended.network()).ended(ended);
        } else if (event instanceof Told || event instanceof ToldFailed) {
            told(event);
        } else {
            course(event);
        }
    }

    private void asked(Asked ask) {
        NetworkState network = new NetworkState(ask.candidate(), ask.network(), ask.seed(), told.size());
        networks.put(ask.network(), network);
        asked.add(network);
        untold.put(ask.candidate().ask(), network);
        exchanges.add(ask);
    }

    private void told(JournalEvent event) {
        exchanges.add(event);
        if (event instanceof Told tell) {
            told.put(tell.ask(), "");
            failuresInRow = 0;
            enter(new Point(asked.get(tell.ask() - 1).id(), new Costs(tell.costs())));
            spend(tell.ask());
        } else if (event instanceof ToldFailed failed) {
            told.put(failed.ask(), failed.reason());
            stagnation++;
            boolean settled = spend(failed.ask());
            failuresInRow = settled ? 0 : failuresInRow + 1;
        }
    }

    /** What was trained twice after a fault does not count: the same seed must end at the same network. */
    private boolean spend(int ask) {
        NetworkState network = asked.get(ask - 1);
        untold.remove(ask);
        Optional<AttemptEnded> end = network.settled(Purpose.SEARCH);
        epochs += end.map(AttemptEnded::epoch).orElse(0.0);
        joules += end.map(known -> known.series().getOrDefault("joules", 0.0)).orElse(0.0);
        return end.isPresent();
    }

    /** A point that dominates nothing and is dominated, or equals a member, leaves the hypervolume as it is. */
    private void enter(Point point) {
        boolean changes = !toldFront.dominates(point.costs())
                && toldFront.points().stream()
                        .noneMatch(member -> member.costs().equals(point.costs()));
        toldFront = toldFront.plus(point);
        stagnation = changes ? 0 : stagnation + 1;
    }

    private void course(JournalEvent event) {
        if (event instanceof SearchStarted start) {
            started = Optional.of(start);
            configuration = start.configuration();
        } else if (event instanceof SearchResumed resumed) {
            configuration = resumed.configuration();
            if (resumed.reopened()) {
                askingEnded = Optional.empty();
                finished = Optional.empty();
                revised = Optional.empty();
                expected.clear();
                asked.forEach(NetworkState::reopen);
            }
        } else if (event instanceof EarlierTaken taken) {
            earlier = Optional.of(taken.networks());
        } else if (event instanceof ForecastsRevised forecasts) {
            revised = Optional.of(forecasts);
            expected.clear();
            forecasts.forecasts().forEach(forecast -> expected.put(forecast.network(), forecast));
        } else if (event instanceof AskingEnded ended) {
            askingEnded = Optional.of(ended.reason());
        } else if (event instanceof SearchInterrupted interrupted) {
            seconds += interrupted.seconds();
            session = Optional.empty();
        } else if (event instanceof SearchFinished end) {
            seconds += end.seconds();
            session = Optional.empty();
            finished = Optional.of(end);
        }
    }

    /** Grows with every line. */
    long revision() {
        return revision;
    }

    public Optional<SearchStarted> started() {
        return started;
    }

    /** Networks of other searches that the run's history begins with; empty as long as none were looked for. */
    Optional<List<String>> earlier() {
        return earlier;
    }

    /** Canonical JSON of the configuration that the last orchestrator had. */
    String configuration() {
        return configuration;
    }

    /** Networks in the order in which they were asked for; a view. */
    List<NetworkState> asked() {
        return Collections.unmodifiableList(asked);
    }

    /** Networks that were not told yet, in the order in which they were asked for. */
    List<NetworkState> untold() {
        return List.copyOf(untold.values());
    }

    NetworkState network(String id) {
        NetworkState network = networks.get(id);
        if (network == null) {
            throw new IllegalStateException("The journal speaks of network " + id + " before it was asked for");
        }
        return network;
    }

    /** Networks that were told, in the order of the tells. */
    List<NetworkState> toldInOrder() {
        return told.keySet().stream().map(ask -> asked.get(ask - 1)).toList();
    }

    /** Asks and tells in the order in which they happened; a view. */
    List<JournalEvent> exchanges() {
        return Collections.unmodifiableList(exchanges);
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

    /** Networks told last, one after another, that failed in every attempt. */
    int failuresInRow() {
        return failuresInRow;
    }

    public Optional<String> askingEnded() {
        return askingEnded;
    }

    /** What was expected of stopped networks when that was last looked at, since the search was begun or prolonged. */
    Optional<ForecastsRevised> revised() {
        return revised;
    }

    /** What was expected of one stopped network then. */
    Optional<Revised> expected(String network) {
        return Optional.ofNullable(expected.get(network));
    }

    public Optional<SearchFinished> finished() {
        return finished;
    }

    /** Seconds of all sessions, that of one which said no end of its own to its last line. */
    double seconds() {
        return secondsAt(newest);
    }

    /** The same, while the last session goes on. */
    double secondsAt(Instant now) {
        return seconds
                + session.map(start -> Duration.between(start, now).toMillis() / 1000.0)
                        .orElse(0.0);
    }

    /** What the told networks used up, in the time of all sessions. */
    Budget.Spent spent() {
        return new Budget.Spent(asked.size(), epochs, seconds() / 3600, joules, stagnation);
    }
}
