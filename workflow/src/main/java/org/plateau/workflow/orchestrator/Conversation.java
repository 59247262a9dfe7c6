package org.plateau.workflow.orchestrator;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.plateau.core.architecture.Architecture;
import org.plateau.core.dataset.DatasetProperties;
import org.plateau.formats.trail.NetworkId;
import org.plateau.search.Asked;
import org.plateau.search.Candidate;
import org.plateau.search.Searcher;
import org.plateau.search.Told;
import org.plateau.workflow.configuration.Budget;
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
    private final RunContext run;
    private final Searcher searcher;
    private final Scores scores;
    private final DatasetProperties dataset;
    private final Supplier<Double> hours;

    Conversation(RunContext run, Searcher searcher, Scores scores, DatasetProperties dataset, Supplier<Double> hours) {
        this.run = run;
        this.searcher = searcher;
        this.scores = scores;
        this.dataset = dataset;
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
                searcher.tell(told.ask(), new Told.Evaluated(new org.plateau.search.pareto.Costs(told.costs())));
            } else if (exchange instanceof JournalEvent.ToldFailed failed) {
                searcher.tell(failed.ask(), new Told.Failed(failed.reason()));
            }
        }
    }

    /** Tells and asks as far as the order allows; the new network is returned, for an attempt to be started. */
    Optional<NetworkState> next() {
        if (run.configuration().order() == Order.COMPLETION) {
            run.state().asked().forEach(this::tellIfKnown);
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
        Budget.Spent spent = run.state().spent();
        return run.configuration()
                .budget()
                .exhausted(new Budget.Spent(
                        spent.networks(), spent.epochs(), hours.get(), spent.joules(), spent.stagnation()));
    }

    /** Tells the oldest network that was not told, if its result is there. */
    private boolean tellNext() {
        return run.state().asked().stream()
                .filter(network -> !run.state().told(network.candidate().ask()))
                .findFirst()
                .map(this::tellIfKnown)
                .orElse(false);
    }

    private boolean tellIfKnown(NetworkState network) {
        int ask = network.candidate().ask();
        if (run.state().told(ask)) {
            return false;
        }
        Optional<AttemptEnded> end = network.settled(Purpose.SEARCH);
        if (end.isPresent()) {
            Optional<Scores.Score> score = scores.of(run.architecture(network), end.get());
            if (score.isPresent()) {
                var costs = scores.costs(score.get());
                run.record(
                        new JournalEvent.Told(ask, costs.values(), score.get().measured()));
                searcher.tell(ask, new Told.Evaluated(costs));
            } else {
                fail(ask, end.get().message());
            }
            return true;
        }
        if (network.open().isEmpty()
                && network.faults(Purpose.SEARCH)
                        >= run.configuration().execution().attempts()) {
            fail(ask, "it failed in %d attempts".formatted(network.faults(Purpose.SEARCH)));
            return true;
        }
        return false;
    }

    private void fail(int ask, String reason) {
        run.record(new JournalEvent.ToldFailed(ask, reason));
        searcher.tell(ask, new Told.Failed(reason));
    }

    private NetworkState take(Candidate candidate) {
        Architecture architecture = run.space().architecture(candidate.genome());
        long seed = Seeds.of(run.configuration().seed(), candidate.ask());
        String id = NetworkId.of(
                run.searchId(),
                candidate.ask(),
                architecture,
                dataset.fingerprint(),
                run.configuration().training(),
                seed);
        run.record(new JournalEvent.Asked(candidate, id, seed));
        return run.state().network(id);
    }
}
