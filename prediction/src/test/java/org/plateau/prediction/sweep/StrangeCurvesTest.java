package org.plateau.prediction.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.plateau.core.fitness.Direction;
import org.plateau.core.fitness.LearningCurve;
import org.plateau.prediction.function.FunctionIndex;
import org.plateau.prediction.function.Parameter;
import org.plateau.prediction.function.WrittenFunction;

/** Whatever a curve is, a sweep has an answer or a reason. */
class StrangeCurvesTest {
    private static final FunctionIndex INDEX = FunctionIndex.standard()
            .plus(List.of(new WrittenFunction(
                            "own",
                            "a + b * ln(x + 1)",
                            List.of(
                                    new Parameter("a", "start", -1e6, 1e6, 0),
                                    new Parameter("b", "gain", -1e6, 1e6, 1)),
                            Set.of())
                    .function()));
    private static final int FUNCTIONS = INDEX.all().size();

    @Test
    void anythingIsAnsweredOrGivenAReason() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        double[] strange = {
            0,
            -0.0,
            1,
            -1,
            Double.NaN,
            Double.POSITIVE_INFINITY,
            Double.NEGATIVE_INFINITY,
            Double.MAX_VALUE,
            -Double.MAX_VALUE,
            1e300,
            -1e300,
            1e-300,
            Double.MIN_VALUE,
            50
        };
        for (int round = 0; round < 1500; round++) {
            int size = random.nextInt(14);
            double[] epochs = new double[size];
            double[] values = new double[size];
            double unit = Math.pow(10, random.nextInt(4) == 0 ? random.nextInt(598) - 299 : 0);
            boolean calm = random.nextBoolean();
            double epoch = random.nextInt(3) == 0 ? -1 : 0;
            for (int i = 0; i < size; i++) {
                epoch += 1 + random.nextInt(3);
                epochs[i] = epoch * unit;
                values[i] = calm
                        ? random.nextInt(3) * Math.pow(10, random.nextInt(40) - 20)
                        : strange[random.nextInt(strange.length)];
            }
            double horizon = Math.max(1, epoch) * unit * (random.nextBoolean() ? 1 : 1 + random.nextInt(9));
            LearningCurve curve = LearningCurve.of(epochs, values);
            SweepSettings settings = new SweepSettings(
                    random.nextInt(5),
                    random.nextBoolean() ? 6 : 1e300,
                    1e100,
                    32,
                    List.of(0.5),
                    3,
                    random.nextInt(3),
                    1);

            SweptFits fits = Sweep.of(INDEX, settings).fit(curve, Direction.MINIMIZE, horizon);

            String where = "seed %d round %d: %s %s to %s"
                    .formatted(seed, round, Arrays.toString(epochs), Arrays.toString(values), horizon);
            assertThat(fits.fits().size() + fits.unfitted().size()).as(where).isEqualTo(2 * FUNCTIONS);
            for (SweptFit fit : fits.fits()) {
                assertThat(fit.prediction()).as("%s %s", fit, where).isFinite();
                assertThat(fit.squares())
                        .as("%s %s", fit, where)
                        .isNotNegative()
                        .isNotNaN();
                assertThat(fit.coefficients()).as(where).doesNotContainValue(Double.NaN);
                assertThat(fit.past()).as(where).isNotEmpty().allSatisfy(past -> {
                    assertThat(past.prediction()).isFinite();
                    assertThat(past.now()).isFinite();
                    assertThat(past.error()).isFinite().isNotNegative();
                });
            }
            assertThat(fits.unfitted()).as(where).allSatisfy(one -> assertThat(one.reason())
                    .isNotBlank());
        }
    }

    @Test
    void noPointsOneAndTwoPointsAreAnsweredWithWhatTheyLack() {
        Sweep sweep = Sweep.of(INDEX, SweepSettings.standard());

        SweptFits none = sweep.fit(LearningCurve.empty(), Direction.MAXIMIZE, 25);
        SweptFits one = sweep.fit(SweepTest.curve(50), Direction.MAXIMIZE, 25);
        SweptFits two = sweep.fit(SweepTest.curve(50, 60), Direction.MAXIMIZE, 25);

        assertThat(none.fits()).isEmpty();
        assertThat(none.unfitted().get(0).reason()).contains("3 parameters", "there are 0");
        assertThat(one.fits()).extracting(fit -> fit.function().name()).containsOnly("constant");
        assertThat(one.of("constant", Series.RAW).orElseThrow().prediction()).isCloseTo(50, Offset.offset(1e-12));
        assertThat(two.of("linear", Series.RAW).orElseThrow().prediction()).isCloseTo(290, Offset.offset(1e-6));
    }

    @Test
    void aConstantCurveStaysConstant() {
        double[] values = new double[12];
        Arrays.fill(values, 11.35);

        SweptFits fits = Sweep.of(FunctionIndex.standard(), SweepSettings.standard())
                .fit(SweepTest.curve(values), Direction.MAXIMIZE, 40);

        assertThat(fits.unfitted()).isEmpty();
        assertThat(fits.fits()).allSatisfy(fit -> {
            boolean cannot = Set.of("exponential-power", "exponential-rise", "hill")
                    .contains(fit.function().name());
            assertThat(fit.prediction()).as("%s", fit).isCloseTo(11.35, Offset.offset(cannot ? 2 : 1e-3));
        });
    }

    @Test
    void valuesThatAreNoNumbersAreLeftOut() {
        LearningCurve whole = SweepTest.noisy(new Random(1), 20);
        double[] epochs = whole.epochs();
        double[] values = whole.values();
        double[] moreEpochs = new double[40];
        double[] moreValues = new double[40];
        for (int i = 0; i < 20; i++) {
            moreEpochs[2 * i] = epochs[i];
            moreValues[2 * i] = values[i];
            moreEpochs[2 * i + 1] = epochs[i] + 0.5;
            moreValues[2 * i + 1] = i % 2 == 0 ? Double.NaN : Double.NEGATIVE_INFINITY;
        }
        Sweep sweep = Sweep.of(FunctionIndex.standard(), SweepSettings.standard());

        SweptFits plain = sweep.fit(whole, Direction.MAXIMIZE, 40);
        SweptFits holed = sweep.fit(LearningCurve.of(moreEpochs, moreValues), Direction.MAXIMIZE, 40);

        assertThat(holed.points()).isEqualTo(20);
        assertThat(holed.fits())
                .extracting(SweptFit::prediction)
                .containsExactlyElementsOf(
                        plain.fits().stream().map(SweptFit::prediction).toList());
    }

    @Test
    void aMillionPointsAreAnsweredLikeAFew() {
        int n = 1_000_000;
        double[] epochs = new double[n];
        double[] values = new double[n];
        Random random = new Random(3);
        for (int i = 0; i < n; i++) {
            epochs[i] = (i + 1) / 1000.0;
            values[i] = 90 - 50 * Math.exp(-epochs[i] / 300) + random.nextGaussian();
        }
        Sweep sweep = Sweep.of(SweepTest.functions("exponential-offset"), SweepSettings.standard());
        long begin = System.nanoTime();

        SweptFit fit = sweep.fit(LearningCurve.of(epochs, values), Direction.MAXIMIZE, 2000)
                .of("exponential-offset", Series.RAW)
                .orElseThrow();

        System.out.printf(
                "a sweep of a million points: %d ms%n",
                Duration.ofNanos(System.nanoTime() - begin).toMillis());
        assertThat(fit.prediction()).isCloseTo(90, Offset.offset(0.5));
    }
}
