package org.plateau.prediction.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.plateau.core.fitness.Direction;
import org.plateau.core.fitness.FitnessMeasure;
import org.plateau.core.fitness.LearningCurve;
import org.plateau.core.trail.Interval;
import org.plateau.prediction.FinishedTraining;
import org.plateau.prediction.History;
import org.plateau.prediction.Observation;
import org.plateau.prediction.Quantiles;
import org.plateau.prediction.curve.CurveForecast;
import org.plateau.prediction.curve.CurveForecaster;
import org.plateau.prediction.curve.CurveSettings;
import org.plateau.prediction.function.FunctionIndex;

class HistoryForecasterTest {
    private static final HistoryForecaster FORECASTER = new HistoryForecaster(FunctionIndex.standard());
    private static final CurveForecaster CURVES = CurveForecaster.of(
            FunctionIndex.standard(), CurveSettings.standard().remembering(1));

    @ParameterizedTest
    @EnumSource(Families.class)
    void intervalsAreNestedHoldTheValueAndStayWithinBounds(Families family) {
        Random random = seeded();
        for (FitnessMeasure fitness : List.of(Families.ACCURACY, Families.LOSS)) {
            for (int finished : new int[] {3, 4, 9, 10, 13, 25}) {
                History history = Families.history(family.trainings(random, finished));
                for (double epoch : new double[] {1, 2, 5, 10, 19}) {
                    FinishedTraining next = family.training(random, "next");

                    HistoryForecast forecast = forecast(next, fitness, epoch, history);

                    assertSound(forecast, fitness);
                    assertThat(forecast.finished()).isEqualTo(finished);
                    assertThat(forecast.experts()).isNotEmpty();
                }
            }
        }
    }

    private static void assertSound(HistoryForecast forecast, FitnessMeasure fitness) {
        assertThat(forecast.value()).isBetween(fitness.lower(), fitness.upper());
        assertThat(forecast.intervals()).extracting(Interval::level).containsExactly(0.8, 0.95);
        Interval narrow = forecast.intervals().get(0);
        Interval wide = forecast.intervals().get(1);
        assertThat(narrow.lower()).isGreaterThanOrEqualTo(wide.lower()).isLessThanOrEqualTo(forecast.value());
        assertThat(narrow.upper()).isLessThanOrEqualTo(wide.upper()).isGreaterThanOrEqualTo(forecast.value());
        assertThat(wide.lower()).isGreaterThanOrEqualTo(fitness.lower());
        assertThat(wide.upper()).isLessThanOrEqualTo(fitness.upper());
        assertThat(forecast.novelty()).isFinite().isPositive();
    }

    @Test
    void fewerThanThreeFinishedTrainingsTellNothing() {
        Random random = seeded();
        List<FinishedTraining> two = Families.SATURATING.trainings(random, 2);
        FinishedTraining next = Families.SATURATING.training(random, "next");
        Observation observation = Families.observed(next, Families.ACCURACY, 5);

        assertThat(FORECASTER.forecast(observation, History.none(), alone(80))).isEmpty();
        assertThat(FORECASTER.forecast(observation, Families.history(two), alone(80)))
                .isEmpty();
        assertThat(FORECASTER.forecast(observation, Families.history(two).plus(next), alone(80)))
                .isPresent();
    }

    @Test
    void trainingsThatDidNotReachTheirEndAsANumberAreNoTruth() {
        Random random = seeded();
        List<FinishedTraining> sound = Families.STEPPED.trainings(random, 12);
        List<FinishedTraining> mixed = new ArrayList<>();
        for (FinishedTraining training : sound) {
            mixed.add(incomplete(training));
            mixed.add(training);
            mixed.add(Families.with(training, "val_accuracy", Families.curve(50, 60, Double.NaN)));
            mixed.add(Families.with(training, "val_accuracy", Families.curve(50, 60, Double.POSITIVE_INFINITY)));
            mixed.add(Families.with(training, "val_accuracy", LearningCurve.empty()));
            mixed.add(new FinishedTraining("other", "data", Map.of(), true, Map.of()));
        }
        FinishedTraining next = Families.STEPPED.training(random, "next");

        HistoryForecast forecast = forecast(next, Families.ACCURACY, 5, Families.history(mixed));

        assertThat(forecast).isEqualTo(forecast(next, Families.ACCURACY, 5, Families.history(sound)));
        assertThat(forecast.finished()).isEqualTo(12);
        assertThat(FORECASTER.forecast(
                        Families.observed(next, Families.ACCURACY, 5),
                        Families.history(sound.stream()
                                .map(HistoryForecasterTest::incomplete)
                                .toList()),
                        alone(70)))
                .isEmpty();
    }

    private static FinishedTraining incomplete(FinishedTraining training) {
        return new FinishedTraining(
                training.network(),
                training.dataset(),
                Map.of("val_accuracy", Families.curve(99, 98, 97)),
                false,
                training.features());
    }

    @ParameterizedTest
    @ValueSource(ints = {4, 11, 16, 24})
    void theOrderOfTheFinishedTrainingsDoesNotMatter(int count) {
        Random random = seeded();
        List<FinishedTraining> trainings = Families.DELAYED.trainings(random, count);
        List<FinishedTraining> shuffled = new ArrayList<>(trainings);
        Collections.shuffle(shuffled, random);
        FinishedTraining next = Families.DELAYED.training(random, "next");

        // Of beginnings of two points some are exactly as near as others; among these the first to finish count.
        for (double epoch : new double[] {1, 6, 12}) {
            HistoryForecast one = forecast(next, Families.ACCURACY, epoch, Families.history(trainings));
            HistoryForecast other = forecast(next, Families.ACCURACY, epoch, Families.history(shuffled));

            assertThat(other.value()).isCloseTo(one.value(), within(1e-4));
            assertThat(other.novelty()).isCloseTo(one.novelty(), within(1e-4));
            assertThat(other.intervals().get(0).lower())
                    .isCloseTo(one.intervals().get(0).lower(), within(1e-4));
        }
    }

    @Test
    void whatOnlySomeTrainingsHaveIsNotLookedAt() {
        Random random = seeded();
        List<FinishedTraining> trainings = Families.SATURATING.trainings(random, 12);
        FinishedTraining next = Families.SATURATING.training(random, "next");
        List<FinishedTraining> more = new ArrayList<>(trainings);
        FinishedTraining first = trainings.get(0);
        Map<String, LearningCurve> series = new HashMap<>(first.series());
        series.put("train_loss", Families.curve(3, 2, 1));
        more.set(
                0,
                new FinishedTraining(
                        first.network(),
                        first.dataset(),
                        series,
                        true,
                        Map.of(
                                "width", first.features().getOrDefault("width", 0.0),
                                "seed", first.features().getOrDefault("seed", 0.0),
                                "extra", 5.0)));

        assertThat(forecast(next, Families.ACCURACY, 6, Families.history(more)))
                .isEqualTo(forecast(next, Families.ACCURACY, 6, Families.history(trainings)));

        // One without companions and features takes them from all.
        FinishedTraining bare = new FinishedTraining(
                "bare", "data", Map.of("val_accuracy", Families.truth(first, Families.ACCURACY)), true, Map.of());
        more.set(0, bare);
        List<FinishedTraining> alone = more.stream()
                .map(one -> new FinishedTraining(
                        one.network(),
                        one.dataset(),
                        Map.of("val_accuracy", Families.truth(one, Families.ACCURACY)),
                        true,
                        Map.of()))
                .toList();
        assertThat(forecast(next, Families.ACCURACY, 6, Families.history(more)))
                .isEqualTo(forecast(next, Families.ACCURACY, 6, Families.history(alone)));
    }

    @Test
    void aConstantFeatureTellsNothing() {
        Random random = seeded();
        List<FinishedTraining> trainings = Families.SATURATING.trainings(random, 12);
        FinishedTraining next = Families.SATURATING.training(random, "next");

        HistoryForecast with = forecast(
                chance(next),
                Families.ACCURACY,
                6,
                Families.history(
                        trainings.stream().map(HistoryForecasterTest::chance).toList()));

        assertThat(with).isEqualTo(forecast(next, Families.ACCURACY, 6, Families.history(trainings)));
    }

    private static FinishedTraining chance(FinishedTraining training) {
        Map<String, Double> features = new HashMap<>(training.features());
        features.put(Observation.CHANCE, 50.0);
        return new FinishedTraining(
                training.network(), training.dataset(), training.series(), training.complete(), features);
    }

    @Test
    void aTrainingTwiceAsLongIsLookedAtWhenTheSameShareHadPassed() {
        Random random = seeded();
        List<FinishedTraining> trainings = Families.STEPPED.trainings(random, 12);
        List<FinishedTraining> twice =
                trainings.stream().map(HistoryForecasterTest::twiceAsLong).toList();
        FinishedTraining next = Families.STEPPED.training(random, "next");

        HistoryForecast same = forecast(next, Families.ACCURACY, 6, Families.history(trainings));
        HistoryForecast stretched = forecast(next, Families.ACCURACY, 6, Families.history(twice));

        // The values are the same, only the curve's own forecast is made with other epochs.
        assertThat(stretched.value()).isCloseTo(same.value(), within(0.5));
    }

    private static FinishedTraining twiceAsLong(FinishedTraining training) {
        Map<String, LearningCurve> series = new HashMap<>();
        training.series().forEach((name, curve) -> {
            double[] epochs = curve.epochs();
            for (int i = 0; i < epochs.length; i++) {
                epochs[i] *= 2;
            }
            series.put(name, LearningCurve.of(epochs, curve.values()));
        });
        return new FinishedTraining(training.network(), training.dataset(), series, true, training.features());
    }

    @Test
    void companionsThatAreNoNumbersDoNoHarm() {
        Random random = seeded();
        double[] none = new double[Families.EPOCHS];
        java.util.Arrays.fill(none, Double.NaN);
        List<FinishedTraining> trainings = new ArrayList<>(Families.SATURATING.trainings(random, 14));
        for (int i = 0; i < 3; i++) {
            trainings.set(i, Families.with(trainings.get(i), "val_loss", Families.curve(none)));
            trainings.set(i + 3, Families.with(trainings.get(i + 3), "train_accuracy", LearningCurve.empty()));
        }
        FinishedTraining next = Families.SATURATING.training(random, "next");
        for (FinishedTraining one : List.of(
                next,
                Families.with(next, "val_loss", Families.curve(none)),
                Families.with(next, "train_accuracy", LearningCurve.empty()))) {
            HistoryForecast forecast = forecast(one, Families.ACCURACY, 8, Families.history(trainings));

            assertSound(forecast, Families.ACCURACY);
            assertThat(forecast.value())
                    .isCloseTo(Families.truth(next, Families.ACCURACY).lastValue(), within(6.0));
        }
    }

    @Test
    void noveltyIsAboutOneAmongKnownTrainingsAndMoreForAStranger() {
        Random random = seeded();
        History history = Families.history(Families.SATURATING.trainings(random, 40));
        List<Double> known = new ArrayList<>();
        List<Double> strange = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            FinishedTraining next = Families.SATURATING.training(random, "next");
            known.add(forecast(next, Families.ACCURACY, 6, history).novelty());
            FinishedTraining stranger = new FinishedTraining(
                    "stranger",
                    "data",
                    Map.of(
                            "val_accuracy",
                            Families.curve(12, 11, 13, 12, 11, 14, 12, 12),
                            "train_accuracy",
                            Families.curve(99, 99, 99, 99, 99, 99, 99, 99),
                            "val_loss",
                            Families.curve(9, 9, 9, 9, 9, 9, 9, 9)),
                    true,
                    Map.of("width", 1e7, "seed", 1e9));
            Observation observation =
                    new Observation(stranger.series(), Families.ACCURACY, 20, Optional.empty(), stranger.features());
            strange.add(FORECASTER
                    .forecast(observation.upTo(6), history, alone(12))
                    .orElseThrow()
                    .novelty());
        }

        double usual =
                Quantiles.median(known.stream().mapToDouble(novelty -> novelty).toArray());
        assertThat(usual).isLessThan(1.5);
        assertThat(Collections.min(known)).isGreaterThanOrEqualTo(0.999);
        assertThat(Collections.min(strange)).isGreaterThan(1.5 * usual);
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 12, 30})
    void identicalTrainingsAreExpectedAgain(int count) {
        FinishedTraining one = Families.STEPPED.training(seeded(), "one");
        History history = Families.history(Collections.nCopies(count, one));
        for (FitnessMeasure fitness : List.of(Families.ACCURACY, Families.LOSS)) {
            HistoryForecast forecast = forecast(one, fitness, 6, history);

            assertSound(forecast, fitness);
            double end = Families.truth(one, fitness).lastValue();
            assertThat(forecast.value()).isCloseTo(end, within(1e-3 * end));
        }
    }

    @Test
    void anUnboundedMeasureIsLearntLikeAnyOther() {
        Random random = seeded();
        for (Direction direction : Direction.values()) {
            FitnessMeasure score =
                    new FitnessMeasure("val_points", direction, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
            double sign = direction == Direction.MAXIMIZE ? 1 : -1;
            History history = Families.history(Families.STEPPED.trainings(random, 20).stream()
                    .map(training -> scores(training, sign))
                    .toList());
            double error = 0;
            for (int i = 0; i < 10; i++) {
                FinishedTraining next = scores(Families.STEPPED.training(random, "next"), sign);
                HistoryForecast forecast = forecast(
                        next, score, 8, alone(Families.truth(next, score).value(7)), history);
                assertSound(forecast, score);
                error += Math.abs(forecast.value() - Families.truth(next, score).lastValue()) / 10;
            }
            // The last value is off by about 0.4 · 50 · 3.
            assertThat(error).isLessThan(15);
        }
    }

    /** Accuracies as scores around 0. */
    private static FinishedTraining scores(FinishedTraining training, double sign) {
        LearningCurve accuracy = Families.truth(training, Families.ACCURACY);
        double[] values = accuracy.values();
        for (int i = 0; i < values.length; i++) {
            values[i] = sign * 3 * (values[i] - 70);
        }
        return new FinishedTraining(
                training.network(),
                "data",
                Map.of("val_points", LearningCurve.of(accuracy.epochs(), values)),
                true,
                training.features());
    }

    private static HistoryForecast forecast(
            FinishedTraining training, FitnessMeasure fitness, double epoch, History history) {
        Observation observation = Families.observed(training, fitness, epoch);
        CurveForecast alone = CURVES.forecast(observation.curve(), fitness, observation.horizon());
        return forecast(training, fitness, epoch, alone, history);
    }

    private static HistoryForecast forecast(
            FinishedTraining training, FitnessMeasure fitness, double epoch, CurveForecast alone, History history) {
        return FORECASTER
                .forecast(Families.observed(training, fitness, epoch), history, alone)
                .orElseThrow();
    }

    /** A curve that says one value with certainty. */
    private static CurveForecast alone(double value) {
        return new CurveForecast(
                value,
                value,
                List.of(new Interval(0.8, value, value), new Interval(0.95, value, value)),
                List.of(),
                1,
                List.of(),
                "given");
    }

    private static Random seeded() {
        long seed = 20_261_124;
        System.out.println("HistoryForecasterTest seed " + seed);
        return new Random(seed);
    }
}
