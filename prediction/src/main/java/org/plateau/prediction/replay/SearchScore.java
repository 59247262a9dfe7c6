package org.plateau.prediction.replay;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.plateau.prediction.Quantiles;

/**
 * What a row saved and what it got wrong in one group. Shares are fractions, errors and regrets points; NaN where a figure
 * does not apply.
 *
 * @param terminated networks recorded by prediction
 * @param saved share of the epochs that were not trained
 * @param mae mean error of the fitness recorded for the terminated networks
 * @param maeAll mean error of all recorded fitnesses
 * @param medianError median error of the terminated networks
 * @param coverage80 share of the terminated networks with an 80 % interval whose truth it held
 * @param kendall τ-b of the recorded and the true fitnesses
 * @param regret1 best true fitness − true fitness of the highest recorded; where the search ends by measuring its best,
 *     of the highest measured, since nothing else is reported as best
 * @param regret5 best true fitness − best true fitness of that one and the next 4 highest recorded
 * @param regret10 the same for 10 networks
 * @param recall10 share of the 10 highest recorded that are among the true best 10
 * @param micros mean microseconds of a forecast
 */
public record SearchScore(
        int terminated,
        double saved,
        double mae,
        double maeAll,
        double medianError,
        double coverage80,
        double kendall,
        double regret1,
        double regret5,
        double regret10,
        double recall10,
        double micros) {
    private static final int BEST = 10;

    /** The score of a replayed search. */
    public static SearchScore of(Replayed replayed) {
        Outcome[] outcomes = replayed.outcomes().toArray(Outcome[]::new);
        List<Outcome> stopped =
                replayed.outcomes().stream().filter(Outcome::stopped).toList();
        double[] truths = Arrays.stream(outcomes).mapToDouble(Outcome::truth).toArray();
        double[] recorded =
                Arrays.stream(outcomes).mapToDouble(Outcome::recorded).toArray();
        double[] errors = stopped.stream().mapToDouble(Outcome::error).toArray();
        double full = Arrays.stream(outcomes).mapToDouble(Outcome::full).sum();
        double spent = Arrays.stream(outcomes).mapToDouble(Outcome::spent).sum();
        int[] ranking = SearchReplay.best(outcomes, outcomes.length);
        int[] reported = replayed.bestMeasured() ? bestMeasuredFirst(outcomes, ranking) : ranking;
        return new SearchScore(
                stopped.size(),
                full > 0 ? 1 - spent / full : Double.NaN,
                mean(errors),
                mean(Arrays.stream(outcomes).mapToDouble(Outcome::error).toArray()),
                Quantiles.median(errors),
                coverage(stopped),
                KendallTau.of(recorded, truths),
                regret(truths, reported, 1),
                regret(truths, reported, 5),
                regret(truths, reported, BEST),
                recall(truths, ranking),
                replayed.micros());
    }

    /** No figures. */
    public static SearchScore missing() {
        double none = Double.NaN;
        return new SearchScore(0, none, none, none, none, none, none, none, none, none, none, none);
    }

    private static double mean(double[] values) {
        return Arrays.stream(values).average().orElse(Double.NaN);
    }

    private static double coverage(List<Outcome> stopped) {
        return stopped.stream()
                .flatMapToDouble(outcome -> outcome.interval().stream()
                        .mapToDouble(interval ->
                                outcome.truth() >= interval.lower() && outcome.truth() <= interval.upper() ? 1 : 0))
                .average()
                .orElse(Double.NaN);
    }

    /** The ranking with the highest measured network before all that were only predicted. */
    private static int[] bestMeasuredFirst(Outcome[] outcomes, int[] ranking) {
        IntStream measured =
                IntStream.of(ranking).filter(i -> !outcomes[i].stopped()).limit(1);
        return IntStream.concat(measured, IntStream.of(ranking)).distinct().toArray();
    }

    private static double regret(double[] truths, int[] ranking, int highest) {
        double best = Arrays.stream(truths).max().orElse(Double.NaN);
        double found = Arrays.stream(ranking)
                .limit(highest)
                .mapToDouble(i -> truths[i])
                .max()
                .orElse(Double.NaN);
        return best - found;
    }

    /** Networks as good as the tenth best count among the best ten. */
    private static double recall(double[] truths, int[] ranking) {
        if (truths.length < BEST) {
            return Double.NaN;
        }
        double[] sorted = truths.clone();
        Arrays.sort(sorted);
        double tenth = sorted[sorted.length - BEST];
        return IntStream.range(0, BEST).filter(i -> truths[ranking[i]] >= tenth).count() / (double) BEST;
    }
}
