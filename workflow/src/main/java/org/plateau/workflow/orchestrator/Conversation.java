package org.plateau.workflow.orchestrator;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.plateau.core.architecture.Architecture;
import org.plateau.core.trail.Ending;
import org.plateau.formats.trail.NetworkId;
import org.plateau.search.Asked;
import org.plateau.search.Candidate;
import org.plateau.search.Searcher;
import org.plateau.search.Told;
import org.plateau.search.pareto.Costs;
import org.plateau.workflow.configuration.Budget;
import org.plateau.workflow.configuration.Objective;
import org.plateau.workflow.configuration.SearchConfiguration.Order;
import org.plateau.workflow.journal.JournalEvent;
import org.plateau.workflow.journal.JournalEvent.AttemptEnded;
import org.plateau.workflow.journal.JournalEvent.Purpose;

/**
 * The searcher's side of a run: what it is told, when it is asked, and when it is asked no more.
 *
 * <p>In the order of submission, ask n comes after exactly the tells 1 … n−W (W slots), whatever was ready by then:
 * that makes the same seed give the same genomes on machines of any speed.
 */
final class Conversation {
    /** Networks in a row that fail in every attempt, until it is clear that it is not the networks. */
    private static final int HOPELESS = 20;

    private final RunContext run;
    private final Searcher searcher;
    private final Scores scores;
    private final ToldHistory history;
    private final Supplier<Double> hours;

    Conversation(RunContext run, Searcher searcher, Scores scores, ToldHistory history, Supplier<Double> hours) {
        this.run = run;
        this.searcher = searcher;
        this.scores = scores;
        this.history = history;
        this.hours = hours;
    }

    /**
     * Brings the searcher to where the journal says that it was.
     *
     * @throws ResumeException if it proposes another network than it did then
     */
    void replay(List<JournalEvent> exchanges) {
        for (JournalEvent exchange : exchanges) {
            if (exchange instanceof JournalEvent.Asked asked) {
                if (!(searcher.ask() instanceof Asked.Proposed proposed)
                        || !proposed.candidate().equals(asked.candidate())) {
                    throw new ResumeException(
                            "The searcher does not propose network %d of the journal again: the run was made by another version of Plateau"
                                    .formatted(asked.candidate().ask()));
                }
            } else if (exchange instanceof JournalEvent.Told told) {
                searcher.tell(told.ask(), new Told.Evaluated(new Costs(told.costs())));
            } else if (exchange instanceof JournalEvent.ToldFailed failed) {
                searcher.tell(failed.ask(), new Told.Failed(failed.reason()));
            }
        }
    }

    /** Tells and asks as far as the order allows; the new network is returned, for an attempt to be started. */
    Optional<NetworkState> next() {
        if (run.configuration().order() == Order.COMPLETION) {
            run.state().untold().forEach(this::tellIfKnown);
        }
        while (run.state().askingEnded().isEmpty()) {
            if (!mayAsk()) {
                return Optional.empty();
            }
            Optional<String> reason = exhausted();
            if (reason.isPresent()) {
                run.record(new JournalEvent.AskingEnded(reason.get()));
                break;
            }
            Asked answer = searcher.ask();
            if (answer instanceof Asked.Proposed proposed) {
                return Optional.of(take(proposed.candidate()));
            }
            if (answer instanceof Asked.Exhausted nothing) {
                run.record(
                        new JournalEvent.AskingEnded("the search space is exhausted: %d draws in a row gave nothing new"
                                .formatted(nothing.tries())));
            } else if (!tellNext()) {
                return Optional.empty();
            }
        }
        while (tellNext()) {
            // The last W networks have nobody behind them whose ask would tell them.
        }
        return Optional.empty();
    }

    private boolean mayAsk() {
        int slots = run.configuration().execution().workers();
        int next = run.state().asked().size() + 1;
        if (run.configuration().order() == Order.COMPLETION) {
            return next - 1 - run.state().toldCount() < slots;
        }
        int must = next - slots;
        return must < 1
                || run.state().told(must)
                || tellIfKnown(run.state().asked().get(must - 1));
    }

    private Optional<String> exhausted() {
        int failures = run.state().failuresInRow();
        if (failures >= HOPELESS) {
            return Optional.of("%d networks in a row failed in every attempt".formatted(failures));
        }
        Budget.Spent spent = run.state().spent();
        return run.configuration()
                .budget()
                .exhausted(new Budget.Spent(
                        spent.networks(), spent.epochs(), hours.get(), spent.joules(), spent.stagnation()));
    }

    /** Tells the oldest network that was not told, if its result is there. */
    private boolean tellNext() {
        return run.state().untold().stream().findFirst().map(this::tellIfKnown).orElse(false);
    }

    private boolean tellIfKnown(NetworkState network) {
        int ask = network.candidate().ask();
        if (run.state().told(ask)) {
            return false;
        }
        Optional<AttemptEnded> end = network.settled(Purpose.SEARCH);
        if (end.isPresent()) {
            tell(network, end.get());
            return true;
        }
        int faults = network.faults(Purpose.SEARCH);
        if (network.open().isEmpty()
                && faults >= run.configuration().execution().attempts()) {
            fail(
                    network,
                    "It failed in %d attempts, at last: %s"
                            .formatted(faults, network.lastFault(Purpose.SEARCH).orElse("unknown")));
            return true;
        }
        return false;
    }

    private void tell(NetworkState network, AttemptEnded end) {
        int ask = network.candidate().ask();
        Architecture architecture = run.architecture(network);
        requireJoules(end);
        Optional<Scores.Score> score = scores.of(architecture, end);
        if (score.isPresent()) {
            Costs costs = scores.costs(score.get());
            run.record(new JournalEvent.Told(ask, costs.values(), score.get().measured()));
            history.append(network);
            searcher.tell(ask, new Told.Evaluated(costs));
        } else {
            fail(network, scores.flaw(architecture, end).orElse(end.message()));
        }
    }

    private void requireJoules(AttemptEnded end) {
        boolean limited = run.configuration().budget().joules().isPresent();
        if (limited && end.ending() == Ending.COMPLETED && !end.series().containsKey(Objective.JOULES)) {
            throw new UnknownObjectiveException(
                    "budget.joules is set, but joules were not recorded in the training of %s; recorded were %s"
                            .formatted(end.network(), end.series().keySet()));
        }
    }

    private void fail(NetworkState network, String reason) {
        int ask = network.candidate().ask();
        run.record(new JournalEvent.ToldFailed(ask, reason));
        history.append(network);
        searcher.tell(ask, new Told.Failed(reason));
    }

    private NetworkState take(Candidate candidate) {
        Architecture architecture = run.space().architecture(candidate.genome());
        long seed = Seeds.of(run.configuration().seed(), candidate.ask());
        String id = NetworkId.of(
                run.searchId(),
                candidate.ask(),
                architecture,
                run.dataset().fingerprint(),
                run.configuration().training(),
                seed);
        run.record(new JournalEvent.Asked(candidate, id, seed));
        return run.state().network(id);
    }
}
