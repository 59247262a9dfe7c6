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
                            Map.entry("tolerance", 5.0),
                            Map.entry("novelty", 1.25));
            assertThat(stop.fitness()).contains(new Fitness(88, Fitness.Origin.PREDICTED));
        });
    }

    @Test
    void aWiderOneIsNotAndTheReasonSaysByHowMuch() {
        assertThat(judge(RULE, accuracy(50, 60), 88, 82.8, 93, 1))
                .isEqualTo(new Verdict.Continue("The forecast for epoch 20 is ± 5.1, more than 5"));
        assertThat(judge(RULE, accuracy(50, 60), 88, 83, 93, 1)).isInstanceOf(Verdict.Stop.class);
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
