package org.plateau.workflow.orchestrator;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;
import org.plateau.core.fitness.Direction;
import org.plateau.core.fitness.FitnessMeasure;
import org.plateau.core.fitness.LearningCurve;
import org.plateau.prediction.Finalists;
import org.plateau.prediction.Normal;
import org.plateau.prediction.PointScale;
import org.plateau.workflow.configuration.Objective;
import org.plateau.workflow.configuration.SearchConfiguration.Order;
import org.plateau.workflow.journal.JournalEvent.ForecastsRevised;
import org.plateau.workflow.journal.JournalEvent.Purpose;
import org.plateau.workflow.journal.JournalEvent.Revised;

/**
 * Chooses the stopped networks that are trained on before the front is measured, by what is expected of them now.
 *
 * <p>A choice follows from the journal alone: from the forecasts that were revised last, and from what had been trained on
 * by then. As many networks are chosen at once as there are workers, each as if those before it had been measured
 * where they are expected (Ginsbourger, Le Riche and Carraro 2010, 10.1007/978-3-642-10701-6_6, section 4.2); with one
 * worker that is one after another. In the order of submission all of a choice are waited for before the next.
 */
final class FinalistStage {
    private final RunContext run;
    private final Scores scores;
    private final Finalists settings;
    private final int fitness;

    private FinalistStage(RunContext run, Scores scores, Finalists settings, int fitness) {
        this.run = run;
        this.scores = scores;
        this.settings = settings;
        this.fitness = fitness;
    }

    /** Empty where a search has no finalists: they are not wanted, or the fitness that is predicted is no objective. */
    static Optional<FinalistStage> of(RunContext run, Scores scores) {
        String name = run.configuration().training().fitness().name();
        List<String> objectives =
                run.configuration().objectives().stream().map(Objective::name).toList();
        return run.configuration()
                .prediction()
                .finalists()
                .filter(finalists -> objectives.contains(name))
                .map(finalists -> new FinalistStage(run, scores, finalists, objectives.indexOf(name)));
    }

    /** A network with the values that are known of it. */
    private record Entry(NetworkState network, List<Double> values, boolean measured, double deviation) {}

    /** The networks to train on now; none when enough are measured, and before the first forecasts were revised. */
    List<NetworkState> chosen() {
        Optional<ForecastsRevised> revised = run.state().revised();
        return revised.isPresent() ? chosen(revised.get()) : List.of();
    }

    private List<NetworkState> chosen(ForecastsRevised revised) {
        List<Entry> entries = entries(revised.finished());
        List<Finalists.Candidate> candidates =
                new ArrayList<>(entries.stream().map(this::candidate).toList());
        List<NetworkState> chosen = new ArrayList<>();
        for (int i = 0; i < entries.size(); i++) {
            if (!entries.get(i).measured() && isUnderWay(entries.get(i).network())) {
                candidates.set(i, believed(candidates.get(i)));
                chosen.add(entries.get(i).network());
            }
        }
        int before = (int) (revised.finished().size()
                - run.state().asked().stream()
                        .filter(NetworkState::finishedBefore)
                        .count());
        while (chosen.size() < run.configuration().execution().workers()) {
            OptionalInt next =
                    settings.next(direction(), point(entries), List.copyOf(candidates), before + chosen.size());
            if (next.isEmpty()) {
                break;
            }
            candidates.set(next.getAsInt(), believed(candidates.get(next.getAsInt())));
            chosen.add(entries.get(next.getAsInt()).network());
        }
        return chosen;
    }

    /** In the order of completion, what was chosen before and is not through yet is still chosen. */
    private boolean isUnderWay(NetworkState network) {
        return run.configuration().order() == Order.COMPLETION
                && !network.isThrough(Purpose.FINISH, allowed())
                && network.attempts().stream().anyMatch(attempt -> attempt.is(Purpose.FINISH));
    }

    /** What is to be revised now, empty while it is not time to or there is nothing to. */
    Optional<ForecastsRevised> due(Revisions revisions) {
        if (run.state().askingEnded().isEmpty() || !run.state().untold().isEmpty()) {
            return Optional.empty();
        }
        Optional<ForecastsRevised> last = run.state().revised();
        Set<String> finished = new LinkedHashSet<>();
        last.ifPresent(revised -> finished.addAll(revised.finished()));
        List<NetworkState> through = through(last);
        if (last.isPresent() && through.isEmpty()) {
            return Optional.empty();
        }
        through.forEach(network -> finished.add(network.id()));
        List<NetworkState> counting =
                finished.stream().map(run.state()::network).toList();
        List<NetworkState> stopped = entries(List.copyOf(finished)).stream()
                .filter(entry -> !entry.measured())
                .map(Entry::network)
                .toList();
        return last.isEmpty() && stopped.isEmpty() ? Optional.empty() : Optional.of(revisions.of(counting, stopped));
    }

    /** What has been trained on and does not count yet, but shall from now on. */
    private List<NetworkState> through(Optional<ForecastsRevised> last) {
        if (last.isEmpty()) {
            return run.state().asked().stream()
                    .filter(NetworkState::finishedBefore)
                    .toList();
        }
        List<NetworkState> chosen = chosen(last.get());
        if (run.configuration().order() == Order.SUBMISSION) {
            return chosen.stream().allMatch(network -> network.isThrough(Purpose.FINISH, allowed()))
                    ? chosen
                    : List.of();
        }
        return run.state().asked().stream()
                .filter(network -> network.isThrough(Purpose.FINISH, allowed()))
                .filter(network -> !last.get().finished().contains(network.id()))
                .toList();
    }

    /**
     * All networks that were told and have values, in the order in which they were asked for.
     *
     * @param counting networks of which counts what came of training them on
     */
    private List<Entry> entries(List<String> counting) {
        Set<String> finished = Set.copyOf(counting);
        List<Entry> entries = new ArrayList<>();
        for (NetworkState network : run.state().asked()) {
            boolean counts = finished.contains(network.id());
            boolean lost = counts && network.settled(Purpose.FINISH).isEmpty();
            if (lost || run.state().failure(network.candidate().ask()).isPresent()) {
                continue;
            }
            (counts ? network.settled(Purpose.FINISH) : network.settled(Purpose.SEARCH))
                    .flatMap(end -> scores.of(run.architecture(network), end))
                    .ifPresent(score -> entries.add(entry(
                            network,
                            score,
                            counts || network.isCompleted(),
                            run.state().expected(network.id()))));
        }
        return entries;
    }

    private Entry entry(NetworkState network, Scores.Score score, boolean measured, Optional<Revised> forecast) {
        if (measured || forecast.isEmpty()) {
            return new Entry(network, score.values(), measured, 0);
        }
        double value = forecast.get().value();
        double deviation = forecast.get()
                .interval()
                .map(interval ->
                        direction() == Direction.MAXIMIZE ? interval.upper() - value : value - interval.lower())
                .map(width -> width / Normal.QUANTILE_80)
                .orElse(0.0);
        return new Entry(network, scores.withFitness(score, value).values(), false, deviation);
    }

    private Finalists.Candidate candidate(Entry entry) {
        List<Double> costs = IntStream.range(0, entry.values().size())
                .filter(objective -> objective != fitness)
                .mapToObj(objective -> run.configuration()
                        .objectives()
                        .get(objective)
                        .measure()
                        .direction()
                        .asCost(entry.values().get(objective)))
                .toList();
        return new Finalists.Candidate(entry.values().get(fitness), entry.deviation(), entry.measured(), costs);
    }

    private static Finalists.Candidate believed(Finalists.Candidate candidate) {
        return new Finalists.Candidate(candidate.value(), 0, true, candidate.costs());
    }

    private double point(List<Entry> entries) {
        FitnessMeasure measure = run.configuration().training().fitness();
        double[] values = entries.stream()
                .mapToDouble(entry -> entry.values().get(fitness))
                .toArray();
        double[] places = IntStream.range(0, values.length).asDoubleStream().toArray();
        return PointScale.point(measure, LearningCurve.of(places, values));
    }

    private Direction direction() {
        return run.configuration().training().fitness().direction();
    }

    private int allowed() {
        return run.configuration().execution().attempts();
    }
}
