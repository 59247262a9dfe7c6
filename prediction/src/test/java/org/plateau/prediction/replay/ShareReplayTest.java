package org.plateau.prediction.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.plateau.core.fitness.LearningCurve;

class ShareReplayTest {
    private static final ReplayGroup GROUP =
            Recorded.group(new double[] {10, 20, 30, 40}, new double[] {50, 50, 50, 50}, new double[] {20, 30, 60, 80});

    @Test
    void forecastsAreMadeFromTheShareOfTheHorizonAndAllEarlierTrainings() {
        List<String> asked = new ArrayList<>();
        Predictor spy = Predictor.value("spy", Sight.HISTORY, (observation, history) -> {
            asked.add(Arrays.toString(observation.curve().values()) + " " + history.version() + " "
                    + history.trainings().size());
            return 70;
        });

        ForecastScore score = new ShareReplay(GROUP, 1, () -> 0).run(spy, 0.7);

        assertThat(asked).containsExactly("[50.0, 50.0] 1 1", "[20.0, 30.0] 2 2");
        assertThat(score.curves()).isEqualTo(2);
        assertThat(score.mae()).isEqualTo((20 + 10) / 2.0);
    }

    @Test
    void onePointIsSeenAtLeast() {
        List<Double> epochs = new ArrayList<>();
        Predictor spy = Predictor.value("spy", Sight.FITNESS, (observation, history) -> {
            epochs.add(observation.epoch());
            return 0;
        });

        new ShareReplay(GROUP, 0, () -> 0).run(spy, 0.01);

        assertThat(epochs).containsExactly(1.0, 1.0, 1.0);
    }

    @Test
    void withoutAForecastTheLastValueCountsAndForecastsAreKeptWithinBounds() {
        Predictor silent = Predictor.value("silent", Sight.FITNESS, (observation, history) -> Double.NaN);
        Predictor wild = Predictor.value("wild", Sight.FITNESS, (observation, history) -> 1e30);

        assertThat(new ShareReplay(GROUP, 0, () -> 0).run(silent, 0.5).mae()).isEqualTo((20 + 0 + 50) / 3.0);
        assertThat(new ShareReplay(GROUP, 0, () -> 0).run(wild, 0.5).mae()).isEqualTo((60 + 50 + 20) / 3.0);
    }

    @Test
    void whatHasDivergedByThenIsWorthTheWorstForEveryPredictor() {
        ReplayGroup group = Recorded.group(new double[] {50, Double.NaN, Double.NaN}, new double[] {10, 20, 30});
        Predictor wrong = Predictor.value("wrong", Sight.FITNESS, (observation, history) -> {
            assertThat(observation.curve().lastValue()).isFinite();
            return 35;
        });

        assertThat(new ShareReplay(group, 0, () -> 0).run(wrong, 0.7).mae()).isEqualTo((0 + 5) / 2.0);
        assertThat(new ShareReplay(group, 0, () -> 0).run(wrong, 0.4).mae()).isEqualTo((35 + 5) / 2.0);
    }

    @Test
    void companionsEndWhereTheFitnessDoes() {
        ReplayTraining training = new ReplayTraining(
                "one",
                "d",
                LearningCurve.of(new double[] {2, 4}, new double[] {1, 2}),
                Map.of("train_loss", Recorded.curve(4, 3, 2, 1)),
                Map.of(),
                2,
                false);
        ReplayGroup group = new ReplayGroup("s", "d", Recorded.POINTS, 4, List.of(training), 0);
        Predictor spy = Predictor.value("spy", Sight.ALL, (observation, history) -> {
            // Three epochs have passed, but the last that was judged is the second.
            assertThat(observation.series()).extractingByKey("train_loss").isEqualTo(Recorded.curve(4, 3));
            return 0;
        });

        assertThat(new ShareReplay(group, 0, () -> 0).run(spy, 0.75).curves()).isEqualTo(1);
    }
}
