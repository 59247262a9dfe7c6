package org.plateau.prediction.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.plateau.core.fitness.Fitness;
import org.plateau.core.fitness.FitnessMeasure;
import org.plateau.core.fitness.LearningCurve;
import org.plateau.prediction.Forecast;
import org.plateau.prediction.Observation;
import org.plateau.prediction.Peers;
import org.plateau.prediction.Rule;
import org.plateau.prediction.Sentence;
import org.plateau.prediction.Verdict;

class RulesTest {
    private static final FitnessMeasure ACCURACY = FitnessMeasure.named("val_accuracy");
    private static final FitnessMeasure LOSS = FitnessMeasure.named("val_loss");

    @Nested
    class ConvergedTest {
        private final Converged rule = Converged.published();

        @Test
        void agreeingForecastsStopAndTheLastOneIsTold() {
            Verdict verdict = judge(rule, accuracy(10, 20, 30, 35), 80.0, 80.4, 80.2);

            assertThat(verdict).isInstanceOfSatisfying(Verdict.Stop.class, stop -> {
                assertThat(stop.rule()).isEqualTo("converged");
                assertThat(stop.fitness()).contains(new Fitness(80.2, Fitness.Origin.PREDICTED));
                assertThat(stop.reason())
                        .isEqualTo("The last 3 forecasts for epoch 20 lie within 0.2 of their median 80.2");
                assertThat(stop.evidence()).containsKeys("median", "largest-deviation", "tolerance", "forecast");
            });
        }

        @Test
        void onlyTheLastForecastsCount() {
            assertThat(judge(rule, accuracy(10, 20, 30, 35), 10, 80.0, 80.4, 80.2))
                    .isInstanceOf(Verdict.Stop.class);
        }

        @Test
        void forecastsFurtherApartThanTheToleranceGoOn() {
            assertThat(judge(rule, accuracy(10, 20, 30, 35), 80.0, 80.6, 80.05)).isInstanceOf(Verdict.Continue.class);
        }

        @Test
        void forecastsOutOfBoundsOrMissingGoOn() {
            assertThat(judge(rule, accuracy(1, 2, 3), 100.1, 100.1, 100.1)).isInstanceOf(Verdict.Continue.class);
            assertThat(judge(rule, accuracy(1, 2, 3), 80, Double.POSITIVE_INFINITY, 80))
                    .isInstanceOf(Verdict.Continue.class);
            assertThat(judge(rule, accuracy(1, 2, 3), 80, Double.NaN, 80)).isInstanceOf(Verdict.Continue.class);
            assertThat(judge(rule, loss(1, 1, 1), Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY, 1e300))
                    .isInstanceOf(Verdict.Continue.class);
        }

        @Test
        void nothingIsBelievedBeforeTheMinimumEpochs() {
            assertThat(judge(new Converged(3, 0.5, 5), accuracy(1, 2, 3, 4), 80, 80, 80))
                    .isInstanceOf(Verdict.Continue.class);
            assertThat(judge(new Converged(3, 0.5, 5), accuracy(1, 2, 3, 4, 5), 80, 80, 80))
                    .isInstanceOf(Verdict.Stop.class);
        }

        @Test
        void theToleranceIsInPointsOfTheMeasure() {
            Observation share = Observation.of(FitnessMeasure.named("val_f1"), curve(0.1, 0.2, 0.3), 20);

            assertThat(rule.judge(share, forecast(share, 0.80, 0.80, 0.804), Peers.none()))
                    .isInstanceOf(Verdict.Stop.class);
            assertThat(rule.judge(share, forecast(share, 0.80, 0.80, 0.81), Peers.none()))
                    .isInstanceOf(Verdict.Continue.class);
            // The median loss is 2, so a point is 0.02.
            assertThat(judge(rule, loss(3, 2, 1), 0.5, 0.5, 0.509)).isInstanceOf(Verdict.Stop.class);
            assertThat(judge(rule, loss(3, 2, 1), 0.5, 0.5, 0.511)).isInstanceOf(Verdict.Continue.class);
        }

        @Test
        void wrongSettingsAreRefusedWithTheirValue() {
            assertThatThrownBy(() -> new Converged(1, 0.5, 0))
                    .hasMessageContaining("at least 2")
                    .hasMessageContaining("1");
            assertThatThrownBy(() -> new Converged(3, 0, 0)).hasMessageContaining("> 0, but was 0.0");
            assertThatThrownBy(() -> new Converged(3, 1, -1)).hasMessageContaining("≥ 0, but were -1.0");
            assertThatThrownBy(() -> new Converged(3, Double.NaN, 0)).hasMessageContaining("NaN");
        }
    }

    @Nested
    class DivergedTest {
        private final Diverged rule = Diverged.standard();

        @Test
        void aFitnessThatIsNoNumberStopsWithoutAFitness() {
            assertThat(judge(rule, accuracy(10, 20, Double.NaN))).isInstanceOfSatisfying(Verdict.Stop.class, stop -> {
                assertThat(stop.rule()).isEqualTo("diverged");
                assertThat(stop.reason()).isEqualTo("val_accuracy is NaN at epoch 3.0");
                assertThat(stop.fitness()).isEmpty();
            });
        }

        @Test
        void anInfiniteTrainingLossBesideASoundFitnessStops() {
            assertThat(judge(rule, with(accuracy(10, 20, 30), "train_loss", 2, 3, Double.POSITIVE_INFINITY)))
                    .isInstanceOf(Verdict.Stop.class);
        }

        @Test
        void aLossThatStaysFarAboveItsFirstValueStops() {
            assertThat(judge(rule, loss(2, 21, 22))).isInstanceOf(Verdict.Stop.class);
            assertThat(judge(rule, with(accuracy(10, 20, 30), "train_loss", 2, 21, 22)))
                    .isInstanceOf(Verdict.Stop.class);
        }

        @Test
        void oneSpikeOrAJumpingValidationLossGoesOn() {
            assertThat(judge(rule, loss(2, 1, 22))).isInstanceOf(Verdict.Continue.class);
            assertThat(judge(rule, with(accuracy(10, 20, 30), "val_loss", 2, 21, 22)))
                    .isInstanceOf(Verdict.Continue.class);
        }

        @Test
        void aNaNThatIsOverGoesOn() {
            assertThat(judge(rule, accuracy(10, Double.NaN, 20))).isInstanceOf(Verdict.Continue.class);
        }
    }

    @Nested
    class NeverLearnsTest {
        private final NeverLearns rule = NeverLearns.standard();
        private final double[] flat =
                IntStream.range(0, 10).mapToDouble(i -> 50 + 0.2 * (i % 3)).toArray();

        @Test
        void aFitnessThatNeverLeftChanceStopsAtHalfTheHorizonWithItsBestValue() {
            assertThat(judge(rule, chance(accuracy(flat), 50))).isInstanceOfSatisfying(Verdict.Stop.class, stop -> {
                assertThat(stop.rule()).isEqualTo("never-learns");
                assertThat(stop.reason())
                        .isEqualTo("After 10 of 20 epochs val_accuracy has never left the chance level 50");
                assertThat(stop.fitness()).contains(new Fitness(50.4, Fitness.Origin.PREDICTED));
            });
            assertThat(judge(rule, chance(accuracy(Arrays.copyOf(flat, 9)), 50)))
                    .isInstanceOf(Verdict.Continue.class);
        }

        @Test
        void oneGoodEpochIsEnoughToGoOn() {
            double[] once = flat.clone();
            once[4] = 60;

            assertThat(judge(rule, chance(accuracy(once), 50))).isInstanceOf(Verdict.Continue.class);
        }

        @Test
        void aTrainingSeriesThatMovesIsEnoughToGoOn() {
            Observation observation =
                    chance(with(accuracy(flat), "train_accuracy", 50, 51, 55, 60, 65, 70, 72, 74, 75, 76), 50);

            assertThat(judge(rule, observation)).isInstanceOf(Verdict.Continue.class);
        }

        @Test
        void withoutAKnownChanceOnlyAFlatCurveInTheWorseHalfStops() {
            double[] good = IntStream.range(0, 10).mapToDouble(i -> 98).toArray();
            double[] bad = IntStream.range(0, 10).mapToDouble(i -> 11.35).toArray();

            assertThat(judge(rule, accuracy(bad))).isInstanceOf(Verdict.Stop.class);
            assertThat(judge(rule, accuracy(good))).isInstanceOf(Verdict.Continue.class);
        }

        @Test
        void aLossThatStaysAtTheLogarithmOfTheClassesStops() {
            double[] stuck = IntStream.range(0, 10)
                    .mapToDouble(i -> 0.6931 + 0.001 * (i % 2))
                    .toArray();

            assertThat(judge(rule, chance(loss(stuck), Math.log(2)))).isInstanceOf(Verdict.Stop.class);
            assertThat(judge(rule, loss(stuck))).isInstanceOf(Verdict.Stop.class);
        }
    }

    @Test
    void theFirstRuleThatStopsDecidesAndSaysSo() {
        FirstStop rules = new FirstStop(List.of(Diverged.standard(), NeverLearns.standard(), Converged.published()));

        assertThat(rules.memory()).isEqualTo(3);
        assertThat(judge(rules, accuracy(10, 20, 30, 35), 80, 80, 80))
                .isInstanceOfSatisfying(
                        Verdict.Stop.class, stop -> assertThat(stop.rule()).isEqualTo("converged"));
        assertThat(judge(rules, accuracy(10, 20, 30, Double.NaN), 80, 80, 80))
                .isInstanceOfSatisfying(
                        Verdict.Stop.class, stop -> assertThat(stop.rule()).isEqualTo("diverged"));
        assertThat(judge(rules, accuracy(10, 20, 30, 40), 70, 75, 80)).isInstanceOf(Verdict.Continue.class);
        assertThat(judge(new FirstStop(List.of()), accuracy(1, 2, 3), 1, 1, 1)).isInstanceOf(Verdict.Continue.class);
    }

    @Test
    void numbersInReasonsAreShort() {
        assertThat(Sentence.number(12)).isEqualTo("12");
        assertThat(Sentence.number(100)).isEqualTo("100");
        assertThat(Sentence.number(0.5)).isEqualTo("0.5");
        assertThat(Sentence.number(0)).isEqualTo("0");
        assertThat(Sentence.number(97.654321)).isEqualTo("97.65");
        assertThat(Sentence.number(123456)).isEqualTo("123500");
        assertThat(Sentence.number(1.5e-9)).isEqualTo("1.5E-9");
        assertThat(Sentence.number(Double.NaN)).isEqualTo("NaN");
    }

    private static Verdict judge(Rule rule, Observation observation, double... track) {
        return rule.judge(observation, forecast(observation, track), Peers.none());
    }

    private static Forecast forecast(Observation observation, double... track) {
        List<Forecast.Past> past = IntStream.range(0, track.length)
                .mapToObj(i -> new Forecast.Past(observation.epoch() - track.length + 1 + i, track[i]))
                .toList();
        double value = track.length == 0 ? Double.NaN : track[track.length - 1];
        return new Forecast(
                observation.epoch(), observation.horizon(), value, List.of(), List.of(), "test", past, 0, "given");
    }

    private static Observation accuracy(double... values) {
        return Observation.of(ACCURACY, curve(values), 20);
    }

    private static Observation loss(double... values) {
        return Observation.of(LOSS, curve(values), 20);
    }

    private static Observation chance(Observation observation, double chance) {
        return new Observation(
                observation.series(),
                observation.fitness(),
                observation.horizon(),
                Optional.empty(),
                Map.of(Observation.CHANCE, chance));
    }

    private static Observation with(Observation observation, String series, double... values) {
        Map<String, LearningCurve> more = new HashMap<>(observation.series());
        more.put(series, curve(values));
        return new Observation(
                more, observation.fitness(), observation.horizon(), Optional.empty(), observation.features());
    }

    private static LearningCurve curve(double... values) {
        return LearningCurve.of(
                IntStream.rangeClosed(1, values.length).asDoubleStream().toArray(), values);
    }
}
