package org.plateau.prediction.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.plateau.core.fitness.Fitness;
import org.plateau.core.fitness.FitnessMeasure;
import org.plateau.core.fitness.LearningCurve;
import org.plateau.core.trail.Interval;
import org.plateau.core.training.Schedule;
import org.plateau.prediction.Forecast;
import org.plateau.prediction.Observation;
import org.plateau.prediction.Peers;
import org.plateau.prediction.Verdict;

class SettledTest {
    private static final FitnessMeasure ACCURACY = FitnessMeasure.named("val_accuracy");
    private static final double[] LEARNING = {40, 60, 72, 79, 83, 85, 86, 86.6, 86.9, 87};
    private static final Settled RULE = new Settled(5, 0.1);

    @Test
    void aForecastThatIsCertainEnoughIsTold() {
        Verdict verdict = judge(RULE, accuracy(50, 60), 88, 84, 93, 1.25);

        assertThat(verdict).isInstanceOfSatisfying(Verdict.Stop.class, stop -> {
            assertThat(stop.rule()).isEqualTo("settled");
            assertThat(stop.reason()).isEqualTo("The forecast for epoch 20 is 88, between 84 and 93 with 80 %");
            assertThat(stop.evidence())
                    .containsExactly(
                            Map.entry("forecast", 88.0),
                            Map.entry("lower-80", 84.0),
                            Map.entry("upper-80", 93.0),
                            Map.entry("uncertainty", 4.5),
                            Map.entry("tolerance", 5.0),
                            Map.entry("novelty", 1.25));
            assertThat(stop.fitness()).contains(new Fitness(88, Fitness.Origin.PREDICTED));
        });
    }

    @Test
    void aWiderOneIsNotAndTheReasonSaysByHowMuch() {
        assertThat(judge(RULE, accuracy(50, 60), 88, 82.8, 93, 1))
                .isEqualTo(
                        new Verdict.Continue(
                                "The forecast for epoch 20 is ± 5.1 and, as the last forecasts moved, uncertain by 5.1, more than 5"));
        assertThat(judge(RULE, accuracy(50, 60), 88, 83, 93, 1)).isInstanceOf(Verdict.Stop.class);
    }

    @Test
    void forecastsThatAgreeSettleAWiderIntervalAndThoseThatJumpANarrowerOne() {
        // Half a width of 9 and three forecasts within 1 of their median: the geometric mean of 9 and 3 is 5.2.
        assertThat(moved(9, 87, 88, 89))
                .isInstanceOfSatisfying(Verdict.Continue.class, verdict -> assertThat(verdict.reason())
                        .contains("± 9 and, as the last forecasts moved, uncertain by 5.196"));
        assertThat(moved(8, 87, 88, 89)).isInstanceOf(Verdict.Stop.class);
        assertThat(moved(4, 80, 88, 89)).isInstanceOf(Verdict.Continue.class);
        // What was forecast before the last three is forgotten.
        assertThat(moved(8, 20, 87, 88, 89)).isInstanceOf(Verdict.Stop.class);
        assertThat(moved(8, 88, 89)).isInstanceOf(Verdict.Continue.class);
    }

    @Test
    void movementCountsWithinLimits() {
        // Equal forecasts are a tenth of the half width, wild ones and infinite ones three times it.
        assertThat(moved(15.8, 88, 88, 88)).isInstanceOf(Verdict.Stop.class);
        assertThat(moved(15.9, 88, 88, 88)).isInstanceOf(Verdict.Continue.class);
        assertThat(moved(2.88, 0, 88, 1)).isInstanceOf(Verdict.Stop.class);
        assertThat(moved(2.89, 0, 88, 1)).isInstanceOf(Verdict.Continue.class);
        assertThat(moved(2.88, Double.NaN, 88, 89)).isInstanceOf(Verdict.Stop.class);
        assertThat(moved(2.89, Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY, 88))
                .isInstanceOf(Verdict.Continue.class);
    }

    private static Verdict moved(double half, double... forecasts) {
        Observation observation = accuracy(50, 60);
        List<Forecast.Past> track = IntStream.range(0, forecasts.length)
                .mapToObj(i -> new Forecast.Past(i + 1, forecasts[i]))
                .toList();
        Forecast plain = forecast(observation, 88, 88 - half, 88 + half, 1);
        Forecast tracked = new Forecast(
                plain.epoch(),
                plain.horizon(),
                plain.value(),
                plain.best(),
                plain.intervals(),
                plain.functions(),
                plain.method(),
                track,
                plain.history(),
                plain.novelty(),
                plain.note());
        return RULE.judge(observation, tracked, Peers.none());
    }

    @Test
    void nothingIsSettledBeforeTheMinimumShareOrWithoutAnInterval() {
        assertThat(judge(RULE, accuracy(50), 88, 88, 88, 1))
                .isEqualTo(new Verdict.Continue("Fewer than 0.1 of the epochs are completed"));
        assertThat(judge(new Settled(5, 0), accuracy(50), 88, 88, 88, 1)).isInstanceOf(Verdict.Stop.class);
        assertThat(judge(RULE, accuracy(50, 60), Double.NaN, 80, 90, 1))
                .isEqualTo(new Verdict.Continue("The forecast has no interval"));
        Observation observation = accuracy(50, 60);
        Forecast bare = new Forecast(2, 20, 88, List.of(), List.of(), "test", List.of(), 0, "given");
        assertThat(RULE.judge(observation, bare, Peers.none()))
                .isEqualTo(new Verdict.Continue("The forecast has no interval"));
    }

    @Test
    void aCurveAloneMaySettleAFifthAsWide() {
        double alone = Double.POSITIVE_INFINITY;

        assertThat(judge(RULE, accuracy(LEARNING), 87, 86.1, 88, alone))
                .isInstanceOfSatisfying(Verdict.Stop.class, stop -> {
                    assertThat(stop.evidence()).containsEntry("tolerance", 1.0).doesNotContainKey("novelty");
                });
        assertThat(judge(RULE, accuracy(LEARNING), 87, 85.9, 88, alone)).isInstanceOf(Verdict.Continue.class);
    }

    @Test
    void aCurveAloneThatHasNotLearntIsNotSettled() {
        double[] flat =
                IntStream.range(0, 10).mapToDouble(i -> 50 + 0.01 * (i % 2)).toArray();
        double alone = Double.POSITIVE_INFINITY;

        assertThat(judge(RULE, accuracy(flat), 50, 50, 50.1, alone))
                .isInstanceOfSatisfying(Verdict.Continue.class, verdict -> assertThat(verdict.reason())
                        .startsWith("The curve has not shown that it learns"));
        // With finished trainings behind it the interval knows how such curves end.
        assertThat(judge(RULE, accuracy(flat), 50, 50, 50.1, 1)).isInstanceOf(Verdict.Stop.class);
    }

    @Test
    void aCurveAloneIsNotSettledWhileTheRateHasYetToFall() {
        Observation plain = accuracy(LEARNING);
        Observation stepAhead = new Observation(
                plain.series(), ACCURACY, 20, Optional.of(new Schedule.Step(List.of(15), 0.1)), Map.of());

        assertThat(judge(RULE, stepAhead, 87, 86.5, 87.5, Double.POSITIVE_INFINITY))
                .isInstanceOf(Verdict.Continue.class);
        assertThat(judge(RULE, stepAhead, 87, 86.5, 87.5, 1)).isInstanceOf(Verdict.Stop.class);
        assertThat(judge(RULE, plain, 87, 86.5, 87.5, Double.POSITIVE_INFINITY)).isInstanceOf(Verdict.Stop.class);
    }

    @Test
    void theToleranceIsInPointsOfTheMeasure() {
        Observation f1 = Observation.of(FitnessMeasure.named("val_f1"), curve(0.5, 0.6), 20);
        assertThat(judge(RULE, f1, 0.8, 0.76, 0.85, 1)).isInstanceOf(Verdict.Stop.class);
        assertThat(judge(RULE, f1, 0.8, 0.74, 0.86, 1)).isInstanceOf(Verdict.Continue.class);
        // The upper median loss is 2, so five points are 0.1.
        Observation loss = Observation.of(FitnessMeasure.named("val_loss"), curve(2, 1), 20);
        assertThat(judge(RULE, loss, 0.5, 0.41, 0.6, 1)).isInstanceOf(Verdict.Stop.class);
        assertThat(judge(RULE, loss, 0.5, 0.39, 0.61, 1)).isInstanceOf(Verdict.Continue.class);
    }

    @Test
    void intervalsWithoutAnEndNeverSettle() {
        for (double[] ends :
                new double[][] {{Double.NEGATIVE_INFINITY, 90}, {80, Double.POSITIVE_INFINITY}, {Double.NaN, Double.NaN}
                }) {
            assertThat(judge(RULE, accuracy(50, 60), 85, ends[0], ends[1], 1)).isInstanceOf(Verdict.Continue.class);
        }
    }

    @Test
    void settingsOutOfRangeAreRefusedWithTheirValue() {
        assertThatThrownBy(() -> new Settled(0, 0)).hasMessageContaining("> 0, but was 0.0");
        assertThatThrownBy(() -> new Settled(Double.POSITIVE_INFINITY, 0)).hasMessageContaining("Infinity");
        assertThatThrownBy(() -> new Settled(1, -1)).hasMessageContaining("[0, 1], but was -1.0");
    }

    @Test
    void whoAllowsForMoreWaitsLess() {
        assertThat(Settled.within(5)).isEqualTo(Settled.standard());
        assertThat(Settled.within(1)).isEqualTo(new Settled(1, 0.08));
        assertThat(Settled.within(20)).isEqualTo(new Settled(20, 0.02));
        assertThat(Unpromising.within(5)).isEqualTo(Unpromising.standard()).isEqualTo(new Unpromising(0.1, 5, 2, 0.04));
        assertThat(Unpromising.within(20)).isEqualTo(new Unpromising(0.1, 5, 8, 0.01));
    }

    private static Verdict judge(
            Settled rule, Observation observation, double value, double lower, double upper, double novelty) {
        return rule.judge(observation, forecast(observation, value, lower, upper, novelty), Peers.none());
    }

    static Forecast forecast(Observation observation, double value, double lower, double upper, double novelty) {
        return new Forecast(
                observation.epoch(),
                observation.horizon(),
                value,
                value,
                List.of(new Interval(0.8, lower, upper)),
                List.of(),
                "test",
                List.of(),
                0,
                novelty,
                "given");
    }

    private static Observation accuracy(double... values) {
        return Observation.of(ACCURACY, curve(values), 20);
    }

    static LearningCurve curve(double... values) {
        return LearningCurve.of(
                IntStream.rangeClosed(1, values.length).asDoubleStream().toArray(), values);
    }
}
