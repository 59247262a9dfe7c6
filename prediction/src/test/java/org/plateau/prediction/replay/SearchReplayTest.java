package org.plateau.prediction.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.plateau.core.fitness.LearningCurve;
import org.plateau.core.trail.Interval;
import org.plateau.prediction.FinishedTraining;
import org.plateau.prediction.Forecast;
import org.plateau.prediction.rule.Diverged;
import org.plateau.prediction.rule.FirstStop;

/** A group of four networks, small enough to be replayed by hand. */
class SearchReplayTest {
    private static final double NAN = Double.NaN;
    private static final ReplayGroup GROUP = Recorded.group(
            new double[] {10, 20, 30, 40}, new double[] {50, 50, 50, 50}, new double[] {20, 30, 60, 80}, new double[] {
                70, 60, NAN, NAN
            });
    private static final Exploration NONE = new Exploration.None();
    private static final Judge AT_TWO = Judge.rule(new StopAt(2));

    @Test
    void everythingStoppedAtTheSecondEpochIsScoredAsByHand() {
        Replayed replayed = replay(1, AT_TWO, NONE, Survivors.none());

        assertThat(replayed.outcomes()).extracting(Outcome::spent).containsExactly(2.0, 2.0, 2.0, 2.0);
        assertThat(replayed.outcomes()).extracting(Outcome::recorded).containsExactly(20.0, 50.0, 30.0, 60.0);
        assertThat(replayed.outcomes()).extracting(Outcome::truth).containsExactly(40.0, 50.0, 80.0, 0.0);
        SearchScore score = SearchScore.of(replayed);
        assertThat(score.terminated()).isEqualTo(4);
        assertThat(score.saved()).isEqualTo(0.5);
        assertThat(score.mae()).isEqualTo((20 + 0 + 50 + 60) / 4.0);
        assertThat(score.maeAll()).isEqualTo(score.mae());
        assertThat(score.medianError()).isEqualTo(35);
        assertThat(score.coverage80()).isNaN();
        assertThat(score.kendall()).isCloseTo(-1 / 3.0, within(1e-12));
        assertThat(score.regret1()).isEqualTo(80);
        assertThat(score.regret5()).isZero();
        assertThat(score.regret10()).isZero();
        assertThat(score.recall10()).isNaN();
    }

    @Test
    void survivorsAreTrainedOnOnceAndCharged() {
        Replayed replayed = replay(1, AT_TWO, NONE, Survivors.once(2));

        assertThat(replayed.outcomes()).extracting(Outcome::spent).containsExactly(2.0, 4.0, 2.0, 4.0);
        assertThat(replayed.outcomes()).extracting(Outcome::recorded).containsExactly(20.0, 50.0, 30.0, 0.0);
        assertThat(replayed.outcomes()).extracting(Outcome::stopped).containsExactly(true, false, true, false);
        SearchScore score = SearchScore.of(replayed);
        assertThat(score.terminated()).isEqualTo(2);
        assertThat(score.saved()).isEqualTo(0.25);
        assertThat(score.mae()).isEqualTo(35);
        assertThat(score.maeAll()).isEqualTo(17.5);
        assertThat(score.regret1()).isEqualTo(30);
    }

    @Test
    void survivorsAreTrainedOnUntilTheBestRecordedIsMeasured() {
        // The best recorded falls from 60 to 0; then the next, 50, is measured and stays.
        Replayed replayed = replay(1, AT_TWO, NONE, Survivors.measured(1));

        assertThat(replayed.outcomes()).extracting(Outcome::stopped).containsExactly(true, false, true, false);
    }

    @Test
    void theBestReportedIsAMeasuredOneWhereTheBestAreMeasured() {
        // 60 is recorded for the network that is trained on first; of those measured, the explored one is the best.
        Replayed replayed = replay(1, AT_TWO, new Exploration.Regular(1, 100), Survivors.once(1));

        assertThat(replayed.outcomes()).extracting(Outcome::recorded).containsExactly(40.0, 50.0, 30.0, 0.0);
        assertThat(SearchScore.of(replayed).regret1()).isEqualTo(80 - 40);
        assertThat(SearchScore.of(replay(1, AT_TWO, new Exploration.Regular(1, 100), Survivors.none()))
                        .regret1())
                .isEqualTo(80 - 0);
    }

    @Test
    void exploredNetworksGoToTheHorizonAndAreCharged() {
        Replayed replayed = replay(1, AT_TWO, new Exploration.Regular(1, 2), Survivors.none());

        assertThat(replayed.outcomes()).extracting(Outcome::spent).containsExactly(4.0, 2.0, 4.0, 2.0);
        assertThat(replayed.outcomes()).extracting(Outcome::recorded).containsExactly(40.0, 50.0, 80.0, 60.0);
    }

    @Test
    void onlyDivergenceStopsAnExploredNetwork() {
        Judge judge = Judge.rule(new FirstStop(List.of(Diverged.standard(), new StopAt(1))));

        Replayed replayed = replay(1, judge, new Exploration.Regular(4, 100), Survivors.none());

        assertThat(replayed.outcomes()).extracting(Outcome::spent).containsExactly(4.0, 4.0, 4.0, 3.0);
        assertThat(replayed.outcomes()).extracting(Outcome::recorded).containsExactly(40.0, 50.0, 80.0, 0.0);
        assertThat(replayed.outcomes()).extracting(Outcome::stopped).containsExactly(false, false, false, true);
    }

    @Test
    void withoutARuleThatSeesItADivergedTrainingGoesToItsEndAndIsWorthTheWorst() {
        Replayed replayed = replay(1, Judge.rule(new StopAt(9)), NONE, Survivors.none());

        assertThat(replayed.outcomes()).extracting(Outcome::spent).containsExactly(4.0, 4.0, 4.0, 4.0);
        assertThat(replayed.outcomes()).extracting(Outcome::recorded).containsExactly(40.0, 50.0, 80.0, 0.0);
        assertThat(SearchScore.of(replayed).mae()).isNaN();
        assertThat(SearchScore.of(replayed).kendall()).isEqualTo(1);
    }

    @Test
    void nothingIsAskedAtTheEndAndNothingLaterIsShown() {
        List<String> asked = new ArrayList<>();
        run(1, asked, new Exploration.None());

        assertThat(asked)
                .containsExactly(
                        "[10.0] 0",
                        "[10.0, 20.0] 0",
                        "[10.0, 20.0, 30.0] 0",
                        "[50.0] 1",
                        "[50.0, 50.0] 1",
                        "[50.0, 50.0, 50.0] 1",
                        "[20.0] 2",
                        "[20.0, 30.0] 2",
                        "[20.0, 30.0, 60.0] 2",
                        "[70.0] 3",
                        "[70.0, 60.0] 3",
                        "[70.0, 60.0, NaN] 3");
    }

    @Test
    void trainingsInSlotsTakeTurnsAndSeeWhatHasFinishedBeforeThem() {
        List<String> asked = new ArrayList<>();
        run(3, asked, new Exploration.None());

        assertThat(asked)
                .containsExactly(
                        "[10.0] 0",
                        "[50.0] 0",
                        "[20.0] 0",
                        "[10.0, 20.0] 0",
                        "[50.0, 50.0] 0",
                        "[20.0, 30.0] 0",
                        "[10.0, 20.0, 30.0] 0",
                        "[50.0, 50.0, 50.0] 0",
                        "[20.0, 30.0, 60.0] 0",
                        "[70.0] 3",
                        "[70.0, 60.0] 3",
                        "[70.0, 60.0, NaN] 3");
    }

    /** Replays without a stop and writes down what the predictor was shown: the curve, and how many had finished. */
    private static void run(int slots, List<String> asked, Exploration exploration) {
        Predictor spy = Predictor.value("spy", Sight.ALL, (observation, history) -> {
            asked.add(java.util.Arrays.toString(observation.curve().values()) + " "
                    + history.trainings().size());
            assertThat(history.version()).isEqualTo(history.trainings().size());
            return 0;
        });
        new SearchReplay(GROUP, slots, () -> 0)
                .run(new ReplayRow.Judged("spy", spy, Judge.rule(new StopAt(9)), exploration, Survivors.none()));
    }

    @Test
    void aPredictorSeesNoMoreThanItMay() {
        ReplayGroup group = Recorded.random(new Random(1), 4, 3);
        for (Sight sight : Sight.values()) {
            Predictor spy = Predictor.value("spy", sight, (observation, history) -> {
                assertThat(observation.series().containsKey("train_accuracy")).isEqualTo(sight.companions());
                assertThat(history.trainings().stream()
                                .map(FinishedTraining::series)
                                .allMatch(series -> series.containsKey("train_accuracy") == sight.companions()))
                        .isTrue();
                assertThat(sight.history() || history.trainings().isEmpty()).isTrue();
                assertThat(observation.series().values().stream()
                                .mapToDouble(LearningCurve::lastEpoch)
                                .allMatch(epoch -> epoch == observation.epoch()))
                        .isTrue();
                return 0;
            });
            Replayed replayed = new SearchReplay(group, 1, () -> 0)
                    .run(new ReplayRow.Judged("spy", spy, Judge.rule(new StopAt(9)), NONE, Survivors.none()));
            assertThat(replayed.outcomes()).hasSize(4);
        }
    }

    @Test
    void aDivergedTrainingTellsNoFinalValueToOthers() {
        Predictor spy = Predictor.value("spy", Sight.HISTORY, (observation, history) -> {
            history.trainings().forEach(finished -> assertThat(finished.complete())
                    .isEqualTo(Double.isFinite(finished.series()
                            .getOrDefault("val_accuracy", LearningCurve.empty())
                            .lastValue())));
            return 0;
        });
        ReplayGroup group = Recorded.group(new double[] {1, NAN}, new double[] {1, 2}, new double[] {3, 4});

        Replayed replayed = new SearchReplay(group, 1, () -> 0)
                .run(new ReplayRow.Judged("spy", spy, Judge.rule(new StopAt(9)), NONE, Survivors.none()));

        assertThat(replayed.outcomes()).extracting(Outcome::recorded).containsExactly(0.0, 2.0, 4.0);
    }

    @Test
    void coverageIsAboutTheStoppedAndTimesAreMeans() {
        AtomicLong clock = new AtomicLong();
        Predictor predictor = new Predictor(
                "interval",
                Sight.FITNESS,
                () -> (observation, history) -> new Forecast(
                        observation.epoch(),
                        4,
                        50,
                        List.of(new Interval(0.95, 0, 100), new Interval(0.8, 40, 50)),
                        List.of(),
                        "interval",
                        List.of(),
                        0,
                        ""),
                java.util.Optional.empty());

        Replayed replayed = new SearchReplay(GROUP, 1, () -> clock.getAndAdd(3000))
                .run(new ReplayRow.Judged("interval", predictor, AT_TWO, NONE, Survivors.none()));

        assertThat(SearchScore.of(replayed).coverage80()).isEqualTo(2 / 4.0);
        assertThat(replayed.micros()).isEqualTo(3);
    }

    @Test
    void aGroupWithoutTrainingsHasNoFigures() {
        ReplayGroup none = new ReplayGroup("s", "d", Recorded.POINTS, 3, List.of(), 7);

        SearchScore score = SearchScore.of(new SearchReplay(none, 2, () -> 0)
                .run(new ReplayRow.Judged("last", last(), AT_TWO, NONE, Survivors.measured(4))));

        assertThat(score.terminated()).isZero();
        assertThat(List.of(score.saved(), score.mae(), score.maeAll(), score.kendall(), score.regret1()))
                .allMatch(figure -> Double.isNaN(figure));
    }

    @Test
    void aSearchWithoutSlotsIsRefused() {
        assertThatThrownBy(() -> new SearchReplay(GROUP, 0, () -> 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("A search needs at least 1 slot, but had 0");
    }

    private static Predictor last() {
        return Predictor.value("last", Sight.FITNESS, SimplePredictions.last());
    }

    private static Replayed replay(int slots, Judge judge, Exploration exploration, Survivors survivors) {
        return new SearchReplay(GROUP, slots, () -> 0)
                .run(new ReplayRow.Judged("last", last(), judge, exploration, survivors));
    }
}
