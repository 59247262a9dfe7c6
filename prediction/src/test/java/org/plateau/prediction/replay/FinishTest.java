package org.plateau.prediction.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.plateau.core.trail.Interval;
import org.plateau.prediction.ExplorationSettings;
import org.plateau.prediction.Finalists;
import org.plateau.prediction.Forecast;
import org.plateau.prediction.rule.Diverged;
import org.plateau.prediction.rule.FirstStop;

/** Exploration and the end of a search, as searches do them. */
class FinishTest {
    private static final double NAN = Double.NaN;
    private static final ReplayGroup GROUP = Recorded.group(
            new double[] {10, 20, 30, 40}, new double[] {50, 50, 50, 50}, new double[] {20, 30, 60, 80}, new double[] {
                70, 60, 55, 65
            });

    /** Expects the last value and what finished trainings gained on average, with an interval that reaches far. */
    private static Predictor gains(double reach, double novelty, List<String> asked) {
        return new Predictor(
                "gains",
                Sight.HISTORY,
                () -> (observation, history) -> {
                    double last = observation.curve().lastValue();
                    double gain = history.trainings().stream()
                            .mapToDouble(one -> {
                                var curve = one.series().getOrDefault("val_accuracy", Recorded.curve(0));
                                return curve.lastValue()
                                        - curve.upTo(observation.epoch()).lastValue();
                            })
                            .average()
                            .orElse(0);
                    double value = last + gain;
                    asked.add("%.0f by %d".formatted(last, history.trainings().size()));
                    return new Forecast(
                            observation.epoch(),
                            observation.horizon(),
                            value,
                            value,
                            List.of(new Interval(0.8, value - reach, value + reach)),
                            List.of(),
                            "gains",
                            List.of(),
                            history.version(),
                            novelty,
                            "");
                },
                Optional.empty());
    }

    @Test
    void allForecastsAreRevisedAndTheMostPromisingIsMeasuredFirst() {
        List<String> asked = new ArrayList<>();

        Replayed replayed = replay(GROUP, gains(1, 1, asked), none(), new Finalists(0.1, 1));

        // Stopped at 20, 50, 30 and 60. Nothing is measured, so the first has everything to win: it gains 20, which
        // makes
        // 70, 50 and 80 of the others. The fourth ends at 65, and the mean gain of 20 and 5 expects 62.5 of the second
        // and
        // 42.5 of the third, of which nothing is expected any more, with a deviation of 0.78, but an improvement of 0.
        assertThat(replayed.outcomes()).extracting(Outcome::stopped).containsExactly(false, true, true, false);
        assertThat(replayed.outcomes()).extracting(Outcome::recorded).containsExactly(40.0, 62.5, 42.5, 65.0);
        assertThat(replayed.outcomes()).extracting(Outcome::spent).containsExactly(4.0, 2.0, 2.0, 4.0);
        assertThat(asked.subList(8, asked.size()))
                .containsExactly(
                        "20 by 0", "50 by 0", "30 by 0", "60 by 0", "50 by 1", "30 by 1", "60 by 1", "50 by 2",
                        "30 by 2");
        assertThat(replayed.bestMeasured()).isTrue();
        assertThat(SearchScore.of(replayed).regret1()).isEqualTo(80 - 65);
    }

    @Test
    void wideIntervalsMakeMoreFinalists() {
        Replayed replayed = replay(GROUP, gains(60, 1, new ArrayList<>()), none(), new Finalists(0.1, 1));

        assertThat(replayed.outcomes()).extracting(Outcome::stopped).containsOnly(false);
        assertThat(SearchScore.of(replayed).regret1()).isZero();
    }

    @Test
    void whateverIsExpectedTheBestIsMeasuredInTheEnd() {
        long seed = System.nanoTime();
        System.out.println("FinishTest seed " + seed);
        Random random = new Random(seed);
        for (int round = 0; round < 30; round++) {
            ReplayGroup group = Recorded.random(random, 20, 8);
            Finalists finalists = new Finalists(0.1, 0.05 * random.nextInt(4));

            Replayed replayed = replay(group, gains(3 * random.nextDouble(), 1, new ArrayList<>()), none(), finalists);

            Outcome best = replayed.outcomes().stream()
                    .max(Comparator.comparingDouble(Outcome::recorded))
                    .orElseThrow();
            assertThat(best.stopped()).as("seed %d", seed).isFalse();
            assertThat(best.recorded()).isEqualTo(best.truth());
        }
    }

    @Test
    void aStopWithoutAnIntervalKeepsWhatWasTold() {
        Predictor silent = Predictor.value("last", Sight.FITNESS, SimplePredictions.last());

        Replayed replayed = replay(GROUP, silent, none(), Finalists.none());

        // 60 is told for the fourth and is measured at 65; the others keep their last values.
        assertThat(replayed.outcomes()).extracting(Outcome::recorded).containsExactly(20.0, 50.0, 30.0, 65.0);
    }

    @Test
    void exploredNetworksAreTrainedToTheHorizonWhateverIsSaid() {
        Exploration firstTwo = new Exploration.Novel(new ExplorationSettings(2, 0, 1.6));
        Replayed replayed = replay(GROUP, gains(1, 9, new ArrayList<>()), firstTwo, Finalists.none());

        assertThat(firstTwo.first()).isEqualTo(2);
        assertThat(replayed.outcomes().subList(0, 2))
                .extracting(Outcome::stopped)
                .containsOnly(false);
        assertThat(replayed.outcomes().get(2).stopped()).isTrue();
    }

    @Test
    void laterOnesAreExploredIfTheyAreNovelAndOtherwiseAfterTwiceTheTime() {
        double[][] curves = new double[40][];
        for (int i = 0; i < curves.length; i++) {
            curves[i] = new double[] {10 + i, 20 + i, 30 + i, 40 + i};
        }
        ReplayGroup group = Recorded.group(curves);
        Exploration tenth = new Exploration.Novel(new ExplorationSettings(4, 0.1, 1.6));

        assertThat(explored(group, gains(1, 2, new ArrayList<>()), tenth)).containsExactly(0, 1, 2, 3, 13, 23, 33);
        assertThat(explored(group, gains(1, 1, new ArrayList<>()), tenth)).containsExactly(0, 1, 2, 3, 23, 33);
    }

    private static List<Integer> explored(ReplayGroup group, Predictor predictor, Exploration exploration) {
        Replayed replayed = new SearchReplay(group, 1, () -> 0)
                .run(new ReplayRow.Judged(
                        "explored", predictor, Judge.rule(new StopAt(2)), exploration, Survivors.none()));
        List<Integer> explored = new ArrayList<>();
        for (int i = 0; i < replayed.outcomes().size(); i++) {
            if (!replayed.outcomes().get(i).stopped()) {
                explored.add(i);
            }
        }
        return explored;
    }

    @Test
    void divergenceStopsWhatIsExploredAndNothingElseDoes() {
        ReplayGroup group = Recorded.group(
                new double[] {10, NAN, NAN, NAN}, new double[] {50, 60, 70, 80}, new double[] {20, 30, NAN, NAN});
        Judge judge = Judge.rule(new FirstStop(List.of(Diverged.standard(), new StopAt(1))));
        Exploration all = new Exploration.Novel(new ExplorationSettings(3, 0, 0));

        Replayed replayed = new SearchReplay(group, 1, () -> 0)
                .run(new ReplayRow.Judged("all", gains(1, 1, new ArrayList<>()), judge, all, Survivors.none()));

        assertThat(replayed.outcomes()).extracting(Outcome::spent).containsExactly(2.0, 4.0, 3.0);
        assertThat(replayed.outcomes()).extracting(Outcome::recorded).containsExactly(0.0, 80.0, 0.0);
    }

    @Test
    void survivorsSayWhetherTheBestIsMeasured() {
        assertThat(new Survivors.Expected(Finalists.none()).bestMeasured()).isTrue();
        assertThat(Survivors.none().bestMeasured()).isFalse();
        assertThat(Survivors.once(1).bestMeasured()).isTrue();
    }

    private static Exploration none() {
        return new Exploration.None();
    }

    private static Replayed replay(
            ReplayGroup group, Predictor predictor, Exploration exploration, Finalists finalists) {
        return new SearchReplay(group, 1, () -> 0)
                .run(new ReplayRow.Judged(
                        predictor.name(),
                        predictor,
                        Judge.rule(new StopAt(2)),
                        exploration,
                        new Survivors.Expected(finalists)));
    }
}
