package org.plateau.prediction.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.plateau.core.fitness.Direction;
import org.plateau.core.fitness.LearningCurve;
import org.plateau.prediction.function.FunctionIndex;
import org.plateau.prediction.function.Parameter;
import org.plateau.prediction.function.ParametricFunction;
import org.plateau.prediction.function.SeparableFunction;
import org.plateau.prediction.function.Shapes;
import org.plateau.prediction.function.WrittenFunction;

class SweepTest {
    private static final double HORIZON = 40;
    /** Equal weights, no spikes, no thinning, no refinement. */
    private static final SweepSettings PLAIN =
            new SweepSettings(0, Double.POSITIVE_INFINITY, 1e100, 1000, List.of(0.4, 0.7), 3, 0, 1);

    @Test
    void everyPrefixHasTheFitThatTryingEveryShapeOnThatPrefixAloneGives() {
        long seed = System.nanoTime();
        LearningCurve curve = noisy(new Random(seed), 20);
        SweptFits fits = Sweep.of(FunctionIndex.standard(), PLAIN).fit(curve, Direction.MAXIMIZE, HORIZON);

        assertThat(fits.epochs()).containsExactly(8.0, 14.0, 18.0, 19.0, 20.0);
        assertThat(fits.shares()).containsExactly(8.0, 14.0);
        int compared = 0;
        for (SweptFit fit : fits.fits()) {
            if (fit.function() instanceof SeparableFunction function && !bounded(function)) {
                for (PastForecast past : fit.past()) {
                    LearningCurve then = curve.upTo(past.epoch());
                    double[] y = fit.series() == Series.RAW ? curve.values() : best(curve.values());
                    double[] brute = bruteForce(function, then, y);
                    String where = "%s %s at %s, seed %d".formatted(function.name(), fit.series(), past.epoch(), seed);
                    double size = 1e-6 * (Math.abs(brute[0]) + 100);
                    assertThat(past.prediction()).as(where).isCloseTo(brute[0], Offset.offset(size));
                    double[] shape = Shapes.grid(function.axes(HORIZON)).shape((int) brute[2]);
                    assertThat(past.there())
                            .as(where)
                            .isCloseTo(brute[3] + brute[4] * function.g(shape, past.epoch()), Offset.offset(size));
                    assertThat(past.now()).as(where).isCloseTo(brute[1], Offset.offset(size));
                    assertThat(past.error()).as(where).isCloseTo(error(function, brute, curve, y, then), within(brute));
                    compared++;
                }
            }
        }
        assertThat(compared).isGreaterThan(150);
    }

    private static boolean bounded(SeparableFunction function) {
        return Double.isFinite(function.beta().lower())
                || Double.isFinite(function.beta().upper())
                || Double.isFinite(function.alpha().lower());
    }

    private static Offset<Double> within(double[] brute) {
        return Offset.offset(1e-4 + 1e-6 * Math.abs(brute[1]));
    }

    /** Prediction at the horizon, value at the last epoch of the whole curve, and parameters of the best shape. */
    private static double[] bruteForce(SeparableFunction function, LearningCurve then, double[] y) {
        int first = first(function, then);
        Shapes shapes = Shapes.grid(function.axes(HORIZON));
        double least = Double.POSITIVE_INFINITY;
        double[] best = {};
        for (int s = 0; s < shapes.size(); s++) {
            double[] shape = shapes.shape(s);
            double[] g = IntStream.range(first, then.size())
                    .mapToDouble(i -> function.g(shape, then.epoch(i)))
                    .toArray();
            double[] target = Arrays.copyOfRange(y, first, then.size());
            double meanG = function.intercept() ? Arrays.stream(g).average().orElseThrow() : 0;
            double meanY =
                    function.intercept() ? Arrays.stream(target).average().orElseThrow() : 0;
            double gg = 0;
            double gy = 0;
            for (int i = 0; i < g.length; i++) {
                gg += (g[i] - meanG) * (g[i] - meanG);
                gy += (g[i] - meanG) * (target[i] - meanY);
            }
            double beta = gy / gg;
            double alpha = meanY - beta * meanG;
            double squares = 0;
            for (int i = 0; i < g.length; i++) {
                squares += Math.pow(alpha + beta * g[i] - target[i], 2);
            }
            if (squares < least && Double.isFinite(function.g(shape, HORIZON))) {
                least = squares;
                best = new double[] {
                    alpha + beta * function.g(shape, HORIZON), alpha + beta * function.g(shape, 20), s, alpha, beta
                };
            }
        }
        return best;
    }

    private static double error(
            SeparableFunction function, double[] brute, LearningCurve curve, double[] y, LearningCurve then) {
        double[] shape = Shapes.grid(function.axes(HORIZON)).shape((int) brute[2]);
        return Math.sqrt(IntStream.range(then.size(), curve.size())
                .mapToDouble(i -> Math.pow(brute[3] + brute[4] * function.g(shape, curve.epoch(i)) - y[i], 2))
                .average()
                .orElse(0));
    }

    private static int first(ParametricFunction function, LearningCurve curve) {
        return (int) Arrays.stream(curve.epochs())
                .filter(epoch -> epoch < function.smallestX())
                .count();
    }

    @Test
    void theCoefficientsGiveThePredictionAndTheSquares() {
        long seed = System.nanoTime();
        LearningCurve curve = noisy(new Random(seed), 25);
        SweptFits fits = Sweep.of(
                        FunctionIndex.standard(),
                        new SweepSettings(0, Double.POSITIVE_INFINITY, 1e100, 32, List.of(), 1, 2, 1))
                .fit(curve, Direction.MAXIMIZE, HORIZON);

        assertThat(fits.unfitted()).isEmpty();
        assertThat(fits.fits()).hasSize(2 * FunctionIndex.standard().all().size());
        for (SweptFit fit : fits.fits()) {
            double[] y = fit.series() == Series.RAW ? curve.values() : best(curve.values());
            double[] parameters = fit.parameters();
            String where = "%s, seed %d".formatted(fit, seed);
            assertThat(fit.function().value(parameters, HORIZON))
                    .as(where)
                    .isCloseTo(fit.prediction(), Offset.offset(1e-6 * (100 + Math.abs(fit.prediction()))));
            double squares = IntStream.range(first(fit.function(), curve), y.length)
                    .mapToDouble(i -> Math.pow(fit.function().value(parameters, curve.epoch(i)) - y[i], 2))
                    .sum();
            assertThat(squares).as(where).isCloseTo(fit.squares(), Offset.offset(1e-6 * (1 + squares)));
            assertThat(fit.coefficients()).hasSize(parameters.length);
            for (int i = 0; i < parameters.length; i++) {
                Parameter bounds = fit.function().parameters().get(i);
                assertThat(parameters[i])
                        .as("%s of %s", bounds.name(), where)
                        .isBetween(bounds.lower(), bounds.upper());
            }
        }
    }

    @Test
    void aFunctionIsFoundAgainBetweenTheShapesOfItsGrid() {
        ParametricFunction offset = FunctionIndex.standard().named("exponential-offset");
        double[] truth = {-40, -0.237, 90};
        LearningCurve curve = curve(IntStream.rangeClosed(1, 15)
                .mapToDouble(x -> offset.value(truth, x))
                .toArray());

        SweptFit fit = Sweep.of(List.of(offset), new SweepSettings(4, 6, 1e100, 32, List.of(), 1, 6, 1))
                .fit(curve, Direction.MAXIMIZE, HORIZON)
                .of("exponential-offset", Series.RAW)
                .orElseThrow();

        assertThat(fit.prediction()).isCloseTo(offset.value(truth, HORIZON), Offset.offset(1e-3));
        assertThat(fit.coefficients())
                .hasEntrySatisfying("b", b -> assertThat(b).isCloseTo(-0.237, Offset.offset(1e-4)));
    }

    @Test
    void theSameCurveInOtherUnitsGivesTheSameForecastsInThoseUnits() {
        long seed = System.nanoTime();
        LearningCurve curve = noisy(new Random(seed), 18);
        double[] scaledValues =
                Arrays.stream(curve.values()).map(y -> 1e280 * y).toArray();
        double[] scaledEpochs = Arrays.stream(curve.epochs()).map(x -> 1000 * x).toArray();
        List<ParametricFunction> functions = functions("exponential-offset", "mmf", "weibull", "linear");
        Sweep sweep = Sweep.of(functions, SweepSettings.standard());

        List<SweptFit> plain = sweep.fit(curve, Direction.MAXIMIZE, HORIZON).fits();
        List<SweptFit> scaled = sweep.fit(
                        LearningCurve.of(scaledEpochs, scaledValues), Direction.MAXIMIZE, 1000 * HORIZON)
                .fits();

        for (int i = 0; i < plain.size(); i++) {
            assertThat(scaled.get(i).prediction() / 1e280)
                    .as("%s, seed %d", plain.get(i), seed)
                    .isCloseTo(plain.get(i).prediction(), Offset.offset(1e-4));
        }
    }

    @Test
    void lossesAreFittedAndTheirBestIsTheLowest() {
        LearningCurve loss = curve(IntStream.rangeClosed(1, 20)
                .mapToDouble(x -> 0.5 + 2 * Math.exp(-0.3 * x) + (x % 5 == 4 ? 0.3 : 0))
                .toArray());

        SweptFits fits = Sweep.of(functions("exponential-fall"), SweepSettings.standard())
                .fit(loss, Direction.MINIMIZE, HORIZON);

        assertThat(fits.of("exponential-fall", Series.BEST).orElseThrow().prediction())
                .isCloseTo(0.5, Offset.offset(0.05));
    }

    @Test
    void aSpikeDoesNotMoveTheForecast() {
        double[] values = IntStream.rangeClosed(1, 20)
                .mapToDouble(x -> 90 - 40 * Math.exp(-0.2 * x) + 0.2 * Math.sin(7.0 * x))
                .toArray();
        Sweep sweep = Sweep.of(functions("exponential-offset"), SweepSettings.standard());
        SweptFits clean = sweep.fit(curve(values), Direction.MAXIMIZE, HORIZON);
        double[] spiked = values.clone();
        spiked[10] = 10;
        spiked[15] = 100;

        SweptFits mended = sweep.fit(curve(spiked), Direction.MAXIMIZE, HORIZON);

        assertThat(mended.spikes()).isEqualTo(2);
        for (Series series : Series.values()) {
            assertThat(mended.of("exponential-offset", series).orElseThrow().prediction())
                    .isCloseTo(
                            clean.of("exponential-offset", series).orElseThrow().prediction(), Offset.offset(0.3));
        }
    }

    @Test
    void recencyFollowsALateStepThatEqualWeightsSmear() {
        double[] values =
                IntStream.rangeClosed(1, 20).mapToDouble(x -> x <= 12 ? 50 : 80).toArray();

        double equal = prediction(values, new SweepSettings(0, 6, 1e100, 32, List.of(), 1, 1, 1));
        double recent = prediction(values, new SweepSettings(8, 6, 1e100, 32, List.of(), 1, 1, 1));

        assertThat(Math.abs(recent - 80)).isLessThan(Math.abs(equal - 80));
    }

    private static double prediction(double[] values, SweepSettings settings) {
        return Sweep.of(functions("constant"), settings)
                .fit(curve(values), Direction.MAXIMIZE, HORIZON)
                .of("constant", Series.RAW)
                .orElseThrow()
                .prediction();
    }

    @Test
    void noShapeIsTakenThatGoesFartherThanItMay() {
        double[] values = IntStream.rangeClosed(1, 10).mapToDouble(x -> 50 + x).toArray();
        List<ParametricFunction> functions = functions("weibull", "logistic", "linear");

        SweptFits free = Sweep.of(functions, new SweepSettings(0, 6, 1e100, 32, List.of(), 1, 2, 1))
                .fit(curve(values), Direction.MAXIMIZE, 200);
        SweptFits near = Sweep.of(functions, new SweepSettings(0, 6, 2, 32, List.of(), 1, 2, 1))
                .fit(curve(values), Direction.MAXIMIZE, 200);

        // The standard deviation of the values is 2.9; a line has no other shape.
        for (String name : List.of("weibull", "logistic")) {
            assertThat(free.of(name, Series.RAW).orElseThrow().prediction()).isGreaterThan(80);
            assertThat(near.of(name, Series.RAW).orElseThrow().prediction()).isBetween(59.0, 67.0);
        }
        assertThat(near.of("linear", Series.RAW).orElseThrow().prediction()).isCloseTo(250, Offset.offset(1e-6));
    }

    @Test
    void aUsersFunctionTakesPart() {
        ParametricFunction written = new WrittenFunction(
                        "root",
                        "a - b / sqrt(x)",
                        List.of(new Parameter("a", "plateau", 0, 200, 50), new Parameter("b", "distance", 0, 200, 10)),
                        Set.of())
                .function();
        LearningCurve curve = curve(IntStream.rangeClosed(1, 20)
                .mapToDouble(x -> 90 - 30 / Math.sqrt(x))
                .toArray());

        SweptFit fit = Sweep.of(FunctionIndex.standard().plus(List.of(written)), SweepSettings.standard())
                .fit(curve, Direction.MAXIMIZE, HORIZON)
                .of("root", Series.RAW)
                .orElseThrow();

        assertThat(fit.prediction()).isCloseTo(90 - 30 / Math.sqrt(HORIZON), Offset.offset(1e-3));
        assertThat(fit.past()).hasSize(7).allSatisfy(past -> {
            assertThat(past.error()).isLessThan(1e-3);
            assertThat(past.there()).isCloseTo(90 - 30 / Math.sqrt(past.epoch()), Offset.offset(2e-3));
        });
    }

    @Test
    void positiveValuesHaveAVaporPressureAndOthersAReason() {
        ParametricFunction vapor = FunctionIndex.standard().named("vapor-pressure");
        double[] truth = {4.2, -1.3, 0.08};
        double[] values = IntStream.rangeClosed(1, 20)
                .mapToDouble(x -> vapor.value(truth, x))
                .toArray();
        Sweep sweep = Sweep.of(List.of(vapor), SweepSettings.standard());

        SweptFit fit = sweep.fit(curve(values), Direction.MAXIMIZE, HORIZON)
                .of("vapor-pressure", Series.RAW)
                .orElseThrow();
        SweptFits negative =
                sweep.fit(curve(Arrays.stream(values).map(y -> -y).toArray()), Direction.MAXIMIZE, HORIZON);

        assertThat(fit.prediction()).isCloseTo(vapor.value(truth, HORIZON), Offset.offset(1e-4));
        assertThat(fit.parameters()).containsExactly(truth, Offset.offset(1e-5));
        assertThat(fit.past()).allSatisfy(past -> {
            assertThat(past.error()).isLessThan(1e-5);
            assertThat(past.there()).isCloseTo(vapor.value(truth, past.epoch()), Offset.offset(1e-4));
        });
        assertThat(negative.unfitted())
                .extracting(Unfitted::reason)
                .containsOnly("fewer than 3 of the values are over 0");
    }

    @Test
    void theHorizonMustBeANumberOverZero() {
        Sweep sweep = Sweep.of(FunctionIndex.standard(), PLAIN);

        for (double wrong : new double[] {0, -1, Double.NaN, Double.POSITIVE_INFINITY}) {
            assertThatThrownBy(() -> sweep.fit(curve(1, 2, 3), Direction.MAXIMIZE, wrong))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("horizon");
        }
    }

    static LearningCurve noisy(Random random, int points) {
        double plateau = 60 + 35 * random.nextDouble();
        double gain = 10 + 50 * random.nextDouble();
        double rate = 0.05 + 0.6 * random.nextDouble();
        return curve(IntStream.rangeClosed(1, points)
                .mapToDouble(x -> plateau - gain * Math.exp(-rate * x) + 1.5 * random.nextGaussian())
                .toArray());
    }

    static LearningCurve curve(double... values) {
        return LearningCurve.of(
                IntStream.rangeClosed(1, values.length).asDoubleStream().toArray(), values);
    }

    static List<ParametricFunction> functions(String... names) {
        return Arrays.stream(names).map(FunctionIndex.standard()::named).toList();
    }

    static double[] best(double[] values) {
        double[] best = values.clone();
        for (int i = 1; i < best.length; i++) {
            best[i] = Math.max(best[i], best[i - 1]);
        }
        return best;
    }
}
