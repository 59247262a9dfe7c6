package org.plateau.prediction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.plateau.core.fitness.FitnessMeasure;
import org.plateau.core.fitness.LearningCurve;

class EnginesTest {
    private static final FitnessMeasure ACCURACY = FitnessMeasure.named("val_accuracy");
    private static final FitnessMeasure LOSS = FitnessMeasure.named("val_loss");

    @ParameterizedTest
    @ValueSource(strings = {"penguin", "a4nn", "plateau"})
    void aRisingAccuracyIsForecastNearItsPlateau(String engine) {
        LearningCurve curve = exponential(90, 60, 0.5, 12);

        Forecast forecast = Engines.named(engine, 3).forecast(Observation.of(ACCURACY, curve, 25), History.none());

        assertThat(forecast.present()).isTrue();
        assertThat(forecast.value()).isCloseTo(90, Offset.offset(1.0));
        assertThat(forecast.method()).isEqualTo(engine);
        assertThat(forecast.track()).extracting(Forecast.Past::epoch).containsExactly(10.0, 11.0, 12.0);
        assertThat(forecast.track().get(2).value()).isEqualTo(forecast.value());
    }

    @ParameterizedTest
    @ValueSource(strings = {"penguin", "a4nn", "plateau"})
    void aFallingLossIsForecastNearItsPlateau(String engine) {
        LearningCurve curve = exponential(0.2, -2, 0.5, 12);

        Forecast forecast = Engines.named(engine, 3).forecast(Observation.of(LOSS, curve, 25), History.none());

        assertThat(forecast.value()).isCloseTo(0.2, Offset.offset(0.03));
        assertThat(forecast.functions()).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"penguin", "a4nn"})
    void anotherUnitDoesNotChangeTheForecast(String engine) {
        LearningCurve percent = exponential(90, 60, 0.5, 12);
        LearningCurve share = scaled(percent, 0.01, 0);
        LearningCurve error = scaled(percent, -1, 100);

        double expected = value(engine, ACCURACY, percent);

        assertThat(value(engine, FitnessMeasure.named("val_f1"), share)).isCloseTo(expected / 100, Offset.offset(1e-6));
        assertThat(value(engine, FitnessMeasure.named("val_error"), error))
                .isCloseTo(100 - expected, Offset.offset(1e-4));
    }

    @ParameterizedTest
    @ValueSource(strings = {"penguin", "a4nn"})
    void theCoefficientsDrawTheFittedCurveInEpochsAndTheMeasuresUnit(String engine) {
        for (FitnessMeasure measure : List.of(ACCURACY, LOSS, FitnessMeasure.named("val_f1"))) {
            LearningCurve curve = measure.equals(LOSS)
                    ? exponential(0.2, -2, 0.5, 12)
                    : exponential(measure.upper() * 0.9, measure.upper() * 0.6, 0.5, 12);

            Forecast forecast = Engines.named(engine, 1).forecast(Observation.of(measure, curve, 25), History.none());

            Map<String, Double> c = forecast.functions().get(0).coefficients();
            double sign = forecast.functions().get(0).name().equals("exponential-rise") ? -1 : 1;
            for (int i = 0; i < curve.size(); i++) {
                double drawn = c.getOrDefault("a", 0.0)
                        + sign * Math.pow(c.getOrDefault("b", 0.0), c.getOrDefault("c", 0.0) - curve.epoch(i));
                assertThat(drawn).isCloseTo(curve.value(i), Offset.offset(0.02 * Math.abs(curve.value(i))));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"none", "penguin", "a4nn", "plateau"})
    void whateverIsMeasuredNothingIsThrownAndTheSameInputGivesTheSameForecast(String name) {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        double[] strange = {
            0, 1, 50, 99.9, 100, -5, Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, 1e300, 1e-300
        };
        List<FitnessMeasure> measures = List.of(
                ACCURACY,
                LOSS,
                FitnessMeasure.named("val_r2"),
                FitnessMeasure.named("val_error"),
                new FitnessMeasure("speed", ACCURACY.direction(), Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY));
        PredictionEngine engine = Engines.named(name, 3);
        for (int round = 0; round < 400; round++) {
            int size = random.nextInt(10);
            double[] epochs = new double[size];
            double[] values = new double[size];
            int kind = random.nextInt(3);
            for (int i = 0; i < size; i++) {
                epochs[i] = i == 0 ? random.nextInt(2) : epochs[i - 1] + 0.01 + 2 * random.nextDouble();
                values[i] = kind == 0
                        ? strange[random.nextInt(strange.length)]
                        : kind == 1 ? 42 : 50 + 10 * random.nextGaussian();
            }
            Observation observation =
                    Observation.of(measures.get(random.nextInt(measures.size())), LearningCurve.of(epochs, values), 30);

            Forecast forecast = engine.forecast(observation, History.none());

            assertThat(forecast.note()).as("seed %d round %d", seed, round).isNotBlank();
            assertThat(engine.forecast(observation, History.none())).isEqualTo(forecast);
        }
    }

    @Test
    void penguinForgetsWhatItSaidWhenThePlateauMeetsItsBound() {
        // A straight rise to 100: the best plateau is at its bound of 200.
        double[] values =
                IntStream.rangeClosed(1, 10).mapToDouble(x -> 10.0 * x).toArray();

        Forecast forecast =
                Engines.named("penguin", 5).forecast(Observation.of(ACCURACY, curve(values), 40), History.none());

        assertThat(forecast.functions().get(0).coefficients().get("a")).isGreaterThanOrEqualTo(199.99);
        assertThat(forecast.track()).isEmpty();
    }

    @Test
    void penguinsFirstFitNeedsTwoPointsAndA4nnsFour() {
        assertThat(value("penguin", ACCURACY, curve(50))).isNaN();
        assertThat(value("penguin", ACCURACY, curve(50, 60))).isFinite();
        assertThat(value("a4nn", ACCURACY, curve(50, 60, 65))).isNaN();
        assertThat(value("a4nn", ACCURACY, curve(50, 60, 65, 68))).isFinite();
    }

    @Test
    void plateausForecastStaysWithinTheMeasuresBounds() {
        double[] steep = IntStream.rangeClosed(1, 8).mapToDouble(x -> 12.0 * x).toArray();

        double forecast = value("plateau", ACCURACY, curve(steep));

        assertThat(forecast).isBetween(96.0, 100.0);
    }

    @Test
    void aCurveOfAMillionPointsIsForecast() {
        int size = 1_000_000;
        double[] epochs =
                IntStream.rangeClosed(1, size).mapToDouble(i -> i / 1e4).toArray();
        double[] values = IntStream.range(0, size)
                .mapToDouble(i -> 90 - 60 * Math.exp(-epochs[i] / 10))
                .toArray();
        Observation observation = Observation.of(ACCURACY, LearningCurve.of(epochs, values), 120);

        for (String engine : List.of("penguin", "a4nn", "plateau")) {
            assertThat(Engines.named(engine, 1)
                            .forecast(observation, History.none())
                            .value())
                    .as(engine)
                    .isCloseTo(90, Offset.offset(0.5));
        }
    }

    @Test
    void noneForecastsNothing() {
        assertThat(value("none", ACCURACY, curve(50, 60, 65, 68))).isNaN();
    }

    @Test
    void anUnknownEngineIsAnsweredWithTheNearestKnownOne() {
        assertThatThrownBy(() -> Engines.named("pinguin", 1))
                .isInstanceOf(UnknownNameException.class)
                .hasMessageContaining("did you mean \"penguin\"?");
    }

    @Test
    void aForecastTellsWhichHistoryItSaw() {
        History history = History.none().plus(new FinishedTraining("n", "d", Map.of(), true, Map.of()));
        Observation observation = new Observation(Map.of(), ACCURACY, 20, Optional.empty(), Map.of());

        assertThat(Engines.NAMES).allSatisfy(name -> assertThat(
                        Engines.named(name, 1).forecast(observation, history).history())
                .isEqualTo(1));
    }

    private static double value(String engine, FitnessMeasure measure, LearningCurve curve) {
        return Engines.named(engine, 1)
                .forecast(Observation.of(measure, curve, 25), History.none())
                .value();
    }

    private static LearningCurve exponential(double plateau, double gain, double rate, int size) {
        return curve(IntStream.rangeClosed(1, size)
                .mapToDouble(x -> plateau - gain * Math.exp(-rate * x))
                .toArray());
    }

    private static LearningCurve scaled(LearningCurve curve, double factor, double offset) {
        double[] values = curve.values();
        for (int i = 0; i < values.length; i++) {
            values[i] = offset + factor * values[i];
        }
        return LearningCurve.of(curve.epochs(), values);
    }

    private static LearningCurve curve(double... values) {
        return LearningCurve.of(
                IntStream.rangeClosed(1, values.length).asDoubleStream().toArray(), values);
    }
}
