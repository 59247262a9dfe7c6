package org.plateau.prediction.curve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.plateau.core.fitness.FitnessMeasure;
import org.plateau.core.fitness.LearningCurve;
import org.plateau.core.trail.FittedFunction;
import org.plateau.core.trail.Interval;
import org.plateau.prediction.Forecast;
import org.plateau.prediction.function.FunctionIndex;
import org.plateau.prediction.function.ParametricFunction;
import org.plateau.prediction.function.SeparableFunction;

class CurveForecasterTest {
    private static final double HORIZON = 40;
    private static final CurveForecaster STANDARD =
            CurveForecaster.of(FunctionIndex.standard(), CurveSettings.standard());

    @Test
    void whateverTheValuesAreThereIsAForecastWithinTheBoundsOrAReason() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        double[] strange = {
            0,
            -0.0,
            1,
            -1,
            50,
            99.9,
            Double.NaN,
            Double.POSITIVE_INFINITY,
            Double.NEGATIVE_INFINITY,
            1e300,
            -1e300,
            Double.MAX_VALUE,
            -Double.MAX_VALUE,
            1e-300,
            Double.MIN_VALUE
        };
        List<FitnessMeasure> measures = List.of(Curves.ACCURACY, Curves.LOSS, Curves.SCORE, Curves.PENALTY);
        for (int round = 0; round < 2000; round++) {
            int size = random.nextInt(14);
            double[] epochs = new double[size];
            double[] values = new double[size];
            int kind = random.nextInt(3);
            for (int i = 0; i < size; i++) {
                epochs[i] = i == 0 ? random.nextInt(2) : epochs[i - 1] + 1e-3 + random.nextDouble() * 4;
                values[i] = kind == 0
                        ? strange[random.nextInt(strange.length)]
                        : kind == 1 ? random.nextGaussian() * Math.pow(10, random.nextInt(600) - 300) : 42;
            }
            FitnessMeasure measure = measures.get(random.nextInt(measures.size()));
            LearningCurve curve = LearningCurve.of(epochs, values);

            CurveForecast forecast = STANDARD.forecast(curve, measure, 30);

            String where = "seed %d round %d".formatted(seed, round);
            boolean any = IntStream.range(0, size).anyMatch(i -> epochs[i] <= 30 && Double.isFinite(values[i]));
            assertThat(forecast.note()).as(where).isNotBlank();
            assertThat(forecast.present()).as(where).isEqualTo(any);
            assertThat(STANDARD.forecast(curve, measure, 30)).isEqualTo(forecast);
            if (any) {
                assertThat(measure.contains(forecast.value())).as(where).isTrue();
                assertThat(measure.contains(forecast.best())).as(where).isTrue();
                assertThat(forecast.best()).as(where).isFinite();
                assertNested(forecast, measure, where);
                assertWeightsSumUp(forecast, where);
                assertThat(forecast.track()).as(where).isNotEmpty().allSatisfy(past -> assertThat(past.value())
                        .isFinite());
            }
        }
    }

    private static void assertNested(CurveForecast forecast, FitnessMeasure measure, String where) {
        Interval narrow = forecast.intervals().get(0);
        Interval wide = forecast.intervals().get(1);
        assertThat(List.of(narrow.level(), wide.level())).as(where).containsExactly(0.8, 0.95);
        assertThat(forecast.value()).as(where).isBetween(narrow.lower(), narrow.upper());
        assertThat(wide.lower()).as(where).isLessThanOrEqualTo(narrow.lower());
        assertThat(wide.upper()).as(where).isGreaterThanOrEqualTo(narrow.upper());
        assertThat(measure.contains(wide.lower()) && measure.contains(wide.upper()))
                .as(where)
                .isTrue();
    }

    private static void assertWeightsSumUp(CurveForecast forecast, String where) {
        double functions = forecast.functions().stream()
                .mapToDouble(FittedFunction::weight)
                .sum();
        assertThat(functions + forecast.anchored()).as(where).isCloseTo(1, within(1e-9));
        assertThat(forecast.functions()).as(where).allSatisfy(one -> assertThat(one.weight())
                .isPositive());
    }

    @Test
    void withoutANumberThereIsAReason() {
        for (LearningCurve nothing : List.of(LearningCurve.empty(), Curves.of(Double.NaN, Double.NEGATIVE_INFINITY))) {
            CurveForecast forecast = STANDARD.forecast(nothing, Curves.LOSS, HORIZON);

            assertThat(forecast.present()).isFalse();
            assertThat(forecast.intervals()).isEmpty();
            assertThat(forecast.note()).contains("No value measured up to epoch 40");
        }
    }

    @Test
    void onePointIsTheForecastWithAnIntervalOverTheWholeMeasure() {
        CurveForecast forecast = STANDARD.forecast(Curves.of(37), Curves.ACCURACY, HORIZON);

        assertThat(forecast.value()).isEqualTo(37);
        assertThat(forecast.best()).isEqualTo(37);
        assertThat(forecast.functions()).isEmpty();
        assertThat(forecast.anchored()).isEqualTo(1);
        assertThat(forecast.intervals()).containsExactly(new Interval(0.8, 0, 87), new Interval(0.95, 0, 100));
        assertThat(forecast.note()).contains("1 point:");
    }

    @Test
    void oneValueOfALossMayDoubleOrVanish() {
        CurveForecast forecast = STANDARD.forecast(Curves.of(2), Curves.LOSS, HORIZON);

        assertThat(forecast.intervals()).containsExactly(new Interval(0.8, 1, 3), new Interval(0.95, 0, 4.5));
    }

    @Test
    void twoPointsAreNotExtrapolated() {
        assertThat(STANDARD.forecast(Curves.of(30, 50), Curves.ACCURACY, HORIZON)
                        .value())
                .isEqualTo(50);
    }

    @Test
    void aMillionPointsAreForecast() {
        double[] epochs =
                IntStream.rangeClosed(1, 1_000_000).mapToDouble(i -> i / 1e4).toArray();
        double[] values = IntStream.range(0, epochs.length)
                .mapToDouble(i -> 90 - 60 * Math.exp(-epochs[i] / 30))
                .toArray();

        CurveForecast forecast = STANDARD.forecast(LearningCurve.of(epochs, values), Curves.ACCURACY, 150);

        assertThat(forecast.value()).isCloseTo(90 - 60 * Math.exp(-5), within(0.5));
    }

    @Test
    void aConstantIsForecastToStayAndOneThatHardlyMovesToStayNearby() {
        for (double level : new double[] {11.35, 1e-9, 0}) {
            double[] constant = IntStream.range(0, 12).mapToDouble(i -> level).toArray();
            double[] nearly = IntStream.range(0, 12)
                    .mapToDouble(i -> level + (i % 3) * 1e-10)
                    .toArray();

            assertThat(STANDARD.forecast(Curves.of(constant), Curves.ACCURACY, HORIZON)
                            .value())
                    .isCloseTo(level, within(1e-14));
            assertThat(STANDARD.forecast(Curves.of(nearly), Curves.ACCURACY, HORIZON)
                            .value())
                    .isCloseTo(level, within(1e-9));
        }
    }

    @Test
    void aCurveThatAFunctionMadeIsForecastNearlyAsThatFunctionGoesOn() {
        LearningCurve rising = Curves.of(
                IntStream.rangeClosed(1, 12).mapToDouble(x -> 90 - 60 / (1 + x)).toArray());
        LearningCurve falling = Curves.scaled(rising, -0.02, 2);

        double gain = 60.0 / 13 - 60.0 / 41;
        double shrunk = (1 - 0.3 * 12 / HORIZON) * gain;

        assertThat(STANDARD.forecast(rising, Curves.ACCURACY, HORIZON).value())
                .isCloseTo(rising.lastValue() + shrunk, within(0.4));
        assertThat(STANDARD.forecast(falling, Curves.LOSS, HORIZON).value())
                .isCloseTo(falling.lastValue() - 0.02 * shrunk, within(0.01));
    }

    @Test
    void anotherUnitAndZeroGiveTheSameForecastInThatUnit() {
        long seed = System.nanoTime();
        CurveForecaster free = CurveForecaster.of(free(), CurveSettings.standard());
        for (int round = 0; round < 30; round++) {
            LearningCurve curve = Curves.noisy(new Random(seed + round), 5 + round);
            CurveForecast forecast = free.forecast(curve, Curves.SCORE, HORIZON);

            CurveForecast moved = free.forecast(Curves.scaled(curve, 0.01, -3), Curves.SCORE, HORIZON);

            assertSame(forecast, moved, 0.01, -3, "seed %d round %d".formatted(seed, round));
        }
    }

    @Test
    void whereLessIsBetterTheMirroredCurveHasTheMirroredForecast() {
        long seed = System.nanoTime();
        CurveForecaster free = CurveForecaster.of(free(), CurveSettings.standard());
        for (int round = 0; round < 30; round++) {
            LearningCurve curve = Curves.noisy(new Random(seed + round), 5 + round);
            CurveForecast forecast = free.forecast(curve, Curves.SCORE, HORIZON);

            CurveForecast mirrored = free.forecast(Curves.scaled(curve, -1, 0), Curves.PENALTY, HORIZON);

            assertSame(forecast, mirrored, -1, 0, "seed %d round %d".formatted(seed, round));
        }
    }

    private static void assertSame(CurveForecast one, CurveForecast other, double factor, double offset, String where) {
        double near = 1e-3 * Math.abs(factor);
        assertThat(other.value()).as(where).isCloseTo(offset + factor * one.value(), within(near));
        assertThat(other.best()).as(where).isCloseTo(offset + factor * one.best(), within(near));
        assertThat(other.intervals().get(0).upper() - other.intervals().get(0).lower())
                .as(where)
                .isCloseTo(
                        Math.abs(factor)
                                * (one.intervals().get(0).upper()
                                        - one.intervals().get(0).lower()),
                        within(near));
        for (int i = 0; i < one.track().size(); i++) {
            assertThat(other.track().get(i).value())
                    .as(where)
                    .isCloseTo(offset + factor * one.track().get(i).value(), within(near));
        }
    }

    /**
     * Functions that go through any points when they go through them shifted, scaled and turned over; without the one whose
     * steps yet to come fit equally well, so that rounding chooses between them.
     */
    private static List<ParametricFunction> free() {
        return FunctionIndex.standard().all().stream()
                .filter(one -> one instanceof SeparableFunction function
                        && function.intercept()
                        && !function.name().equals("stepped-exponential")
                        && Double.isInfinite(function.alpha().lower())
                        && Double.isInfinite(function.beta().lower())
                        && Double.isInfinite(function.beta().upper()))
                .toList();
    }

    @Test
    void asTheEndComesNearTheForecastComesBetweenTheLastAndTheBestValue() {
        long seed = System.nanoTime();
        for (int round = 0; round < 50; round++) {
            LearningCurve curve = Curves.noisy(new Random(seed + round), 30);
            double last = curve.lastValue();
            double best = curve.best(Curves.ACCURACY.direction());

            double near = STANDARD.forecast(curve, Curves.ACCURACY, 30.001).value();

            assertThat(near)
                    .as("seed %d round %d", seed, round)
                    .isBetween(Math.min(last, best) - 0.01, Math.max(last, best) + 0.01);
        }
    }

    @Test
    void atTheHorizonTheMeasuredValueStandsWhateverComesLater() {
        CurveForecast forecast = STANDARD.forecast(Curves.of(50, 70, 60, 99), Curves.ACCURACY, 3);

        assertThat(forecast.value()).isEqualTo(60);
        assertThat(forecast.best()).isEqualTo(70);
        assertThat(forecast.intervals()).containsExactly(new Interval(0.8, 60, 60), new Interval(0.95, 60, 60));
        assertThat(forecast.note()).contains("horizon is reached");
    }

    @Test
    void theTrackHoldsTheLastEpochsAndItsLengthDoesNotChangeTheForecast() {
        LearningCurve curve = Curves.noisy(new Random(5), 15);
        for (int memory : new int[] {1, 4, 10, 100, Integer.MAX_VALUE}) {
            CurveForecast forecast = CurveForecaster.of(
                            FunctionIndex.standard(), CurveSettings.standard().remembering(memory))
                    .forecast(curve, Curves.ACCURACY, HORIZON);

            assertThat(forecast.value())
                    .isEqualTo(
                            STANDARD.forecast(curve, Curves.ACCURACY, HORIZON).value());
            assertThat(forecast.track())
                    .extracting(Forecast.Past::epoch)
                    .containsExactly(IntStream.rangeClosed(Math.max(1, 16 - Math.min(memory, 15)), 15)
                            .mapToObj(epoch -> (double) epoch)
                            .toArray(Double[]::new));
            assertThat(forecast.track().get(forecast.track().size() - 1).value())
                    .isEqualTo(forecast.value());
        }
    }

    @Test
    void theTrackOfALongCurveHasItsMeasuredEpochs() {
        CurveForecast forecast = CurveForecaster.of(
                        FunctionIndex.standard(), CurveSettings.standard().remembering(9))
                .forecast(Curves.noisy(new Random(6), 300), Curves.ACCURACY, 1000);

        assertThat(forecast.track())
                .extracting(Forecast.Past::epoch)
                .containsExactly(292.0, 293.0, 294.0, 295.0, 296.0, 297.0, 298.0, 299.0, 300.0);
        assertThat(forecast.track())
                .extracting(Forecast.Past::value)
                .allSatisfy(value -> assertThat(value).isCloseTo(forecast.value(), within(5.0)))
                .doesNotHaveDuplicates();
    }

    @Test
    void theHorizonMustBeANumberOverZero() {
        for (double wrong : new double[] {0, -1, Double.NaN, Double.POSITIVE_INFINITY}) {
            assertThatThrownBy(() -> STANDARD.forecast(LearningCurve.empty(), Curves.LOSS, wrong))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("horizon");
        }
    }
}
