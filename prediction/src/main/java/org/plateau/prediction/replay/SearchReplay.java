package org.plateau.prediction.replay;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.stream.IntStream;
import org.plateau.core.fitness.Fitness;
import org.plateau.core.trail.Interval;
import org.plateau.prediction.Forecast;
import org.plateau.prediction.History;
import org.plateau.prediction.Observation;
import org.plateau.prediction.Peers;
import org.plateau.prediction.Verdict;

/**
 * Replays a group as a search would have met it.
 *
 * <p>Networks arrive in order and take a free slot. In every round each running training completes its next recorded
 * epoch, in order of arrival, and is forecast and judged; at its end nothing is asked any more, and it joins the
 * history that the next judgement sees. When all are through, the best recorded networks that were not measured at the
 * horizon are trained on, until the best are all measured. Deterministic but for the times.
 */
public final class SearchReplay {
    /** Name of the rule whose stops hold for explored networks too. */
    private static final String DIVERGED = "diverged";

    private static final double LEVEL = 0.8;

    private final ReplayGroup group;
    private final int slots;
    private final LongSupplier nanoseconds;

    /**
     * @param slots how many trainings run at the same time
     * @param nanoseconds a clock, read around forecasts only
     */
    public SearchReplay(ReplayGroup group, int slots, LongSupplier nanoseconds) {
        if (slots < 1) {
            throw new IllegalArgumentException("A search needs at least 1 slot, but had " + slots);
        }
        this.group = group;
        this.slots = slots;
        this.nanoseconds = nanoseconds;
    }

    /** A training that takes a slot. */
    private static final class Running {
        final int index;
        final ReplayTraining training;
        final Observation whole;
        final Forecaster forecaster;
        int points;
        boolean exploring;

        Running(int index, ReplayTraining training, Observation whole, Forecaster forecaster) {
            this.index = index;
            this.training = training;
            this.whole = whole;
            this.forecaster = forecaster;
        }
    }

    /** What the search came to. */
    public Replayed run(ReplayRow.Judged row) {
        Sight sight = row.predictor().sight();
        List<ReplayTraining> waiting = group.seen(sight);
        Outcome[] outcomes = new Outcome[waiting.size()];
        History history = History.none();
        List<Running> running = new ArrayList<>();
        Watch watch = new Watch(nanoseconds);
        int arrived = 0;
        int explored = 0;
        while (arrived < waiting.size() || !running.isEmpty()) {
            while (running.size() < slots && arrived < waiting.size()) {
                ReplayTraining training = waiting.get(arrived);
                running.add(new Running(
                        arrived++,
                        training,
                        group.observation(training),
                        row.predictor().begin().get()));
            }
            for (Running one : List.copyOf(running)) {
                double epoch = one.training.fitness().epoch(one.points++);
                if (one.points == one.training.fitness().size()) {
                    history = history.plus(one.training.finished(group.metric()));
                    outcomes[one.index] = measured(one.training);
                    running.remove(one);
                    continue;
                }
                Observation observation = one.whole.upTo(epoch);
                History seen = sight.history() ? history : History.none();
                Forecast forecast = watch.time(() -> one.forecaster.forecast(observation, seen));
                Verdict verdict = row.judge().judge(observation, forecast, seen, peers(outcomes));
                if (!(verdict instanceof Verdict.Stop stop)) {
                    continue;
                }
                boolean diverged = stop.rule().equals(DIVERGED);
                if (!diverged && !one.exploring && row.exploration().explores(one.index, explored, forecast)) {
                    one.exploring = true;
                    explored += one.index < row.exploration().first() ? 0 : 1;
                }
                if (diverged || !one.exploring) {
                    outcomes[one.index] = stopped(one.training, epoch, stop, forecast);
                    running.remove(one);
                }
            }
        }
        new Finish(group, row, outcomes).run(history);
        return new Replayed(
                List.of(outcomes),
                row.survivors().bestMeasured(),
                row.predictor().micros(watch));
    }

    static Outcome measured(ReplayTraining training) {
        return new Outcome(training.end(), training.end(), training.truth(), training.truth(), false, Optional.empty());
    }

    private static Outcome stopped(ReplayTraining training, double epoch, Verdict.Stop stop, Forecast forecast) {
        double told = stop.fitness().map(Fitness::value).orElse(ReplayGroup.WORST);
        return new Outcome(
                epoch,
                training.end(),
                Double.isFinite(told) ? told : ReplayGroup.WORST,
                training.truth(),
                true,
                interval(forecast));
    }

    static Optional<Interval> interval(Forecast forecast) {
        return forecast.interval(LEVEL);
    }

    /** The best recorded so far. */
    private Peers peers(Outcome[] outcomes) {
        String fitness = group.fitness().name();
        List<Peers.Member> leaders = Arrays.stream(outcomes)
                .filter(Objects::nonNull)
                .sorted(Comparator.comparingDouble(outcome -> -outcome.recorded()))
                .limit(Peers.LEADERS)
                .map(outcome -> new Peers.Member("", Map.of(fitness, outcome.recorded())))
                .toList();
        return new Peers(leaders.size(), List.of(group.fitness()), List.of(), List.of(), leaders);
    }

    /** Indices of the highest recorded, the first to arrive first among equals. */
    static int[] best(Outcome[] outcomes, int count) {
        return IntStream.range(0, outcomes.length)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> -outcomes[i].recorded()))
                .mapToInt(i -> i)
                .limit(count)
                .toArray();
    }

    @Override
    public String toString() {
        return "SearchReplay[%s %s %s, %d slots]".formatted(group.source(), group.dataset(), group.metric(), slots);
    }
}
