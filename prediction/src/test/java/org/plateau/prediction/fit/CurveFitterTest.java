package org.plateau.prediction.fit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.optim.nonlinear.vector.leastsquares.LeastSquaresBuilder;
import org.hipparchus.optim.nonlinear.vector.leastsquares.LeastSquaresOptimizer;
import org.hipparchus.optim.nonlinear.vector.leastsquares.LevenbergMarquardtOptimizer;
import org.hipparchus.util.Pair;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.plateau.core.fitness.LearningCurve;
import org.plateau.prediction.function.FunctionIndex;
import org.plateau.prediction.function.ParametricFunction;

class CurveFitterTest {
    private static final double HORIZON = 40;

    static Stream<ParametricFunction> all() {
        return FunctionIndex.standard().all().stream();
    }

    @ParameterizedTest
    @MethodSource("all")
    void hardlyAnyFitIsWorseThanTheOneOfHipparchus(ParametricFunction function) {
        // Always the same curves: of sixty drawn anew, a few more are worse once in some dozens of runs.
        long seed = 20_260_101;
        Random random = new Random(seed);
        int compared = 0;
        int worse = 0;
        for (int round = 0; round < 60; round++) {
            boolean falling = function.name().equals("exponential-fall");
            LearningCurve curve = noisy(random, falling);
            if (!(CurveFitter.fit(function, curve, HORIZON) instanceof Fit.Fitted fitted)) {
                continue;
            }
            double[] parameters = function.parameters().stream()
                    .mapToDouble(parameter -> fitted.coefficients().getOrDefault(parameter.name(), Double.NaN))
                    .toArray();
            double oracle = hipparchus(function, curve, parameters);
            compared++;
            worse += fitted.squares() <= 1.02 * oracle + 1e-6 ? 0 : 1;
        }
        // Five parameters of twenty noisy points have several nearly equal ends, and a break has no slope to follow.
        int bearable = function.parameters().size() < 5 ? 2 : 6;
        assertThat(worse).as("%s, seed %d", function.name(), seed).isLessThanOrEqualTo(bearable);
        assertThat(compared).isGreaterThan(40);
    }

    @ParameterizedTest
    @MethodSource("all")
    void whateverTheValuesAreThereIsAnAnswerOrAReason(ParametricFunction function) {
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
            1e300,
            -1e300,
            1e-300,
            1e99,
            50
        };
        for (int round = 0; round < 300; round++) {
            int size = random.nextInt(12);
            double[] epochs = new double[size];
            double[] values = new double[size];
            boolean calm = random.nextBoolean();
            for (int i = 0; i < size; i++) {
                epochs[i] =
                        (i == 0 ? 0 : epochs[i - 1]) + random.nextDouble() * (random.nextInt(10) == 0 ? 1e4 : 2) + 1e-3;
                values[i] = calm
                        ? 1e-3 * random.nextInt(3) * Math.pow(10, random.nextInt(90))
                        : strange[random.nextInt(strange.length)];
            }

            Fit fit = CurveFitter.fit(function, LearningCurve.of(epochs, values), 2e4);

            if (fit instanceof Fit.Fitted fitted) {
                assertThat(fitted.prediction())
                        .as("seed %d round %d", seed, round)
                        .isFinite();
                assertThat(fitted.coefficients().values())
                        .allSatisfy(value -> assertThat(value).isFinite());
            } else if (fit instanceof Fit.Failed failed) {
                assertThat(failed.reason()).isNotBlank();
            }
        }
    }

    @Test
    void aConstantCurveIsPredictedToStayConstant() {
        LearningCurve constant =
                curve(IntStream.range(0, 10).mapToDouble(i -> 11.35).toArray());

        for (String name : List.of("power", "power-offset", "logarithm", "exponential", "exponential-offset", "mmf")) {
            Fit fit = CurveFitter.fit(FunctionIndex.standard().named(name), constant, HORIZON);
            assertThat(fit).isInstanceOfSatisfying(Fit.Fitted.class, fitted -> assertThat(fitted.prediction())
                    .as(name)
                    .isCloseTo(11.35, Offset.offset(0.01)));
        }
    }

    @Test
    void tooFewPointsAreAReason() {
        Fit fit = CurveFitter.fit(FunctionIndex.standard().named("mmf"), curve(1, 2), HORIZON);

        assertThat(fit).isInstanceOfSatisfying(Fit.Failed.class, failed -> assertThat(failed.reason())
                .contains("4 parameters", "there are 2"));
    }

    @Test
    void theFunctionThatMadeTheCurveIsFoundAgain() {
        ParametricFunction mmf = FunctionIndex.standard().named("mmf");
        double[] truth = {10, 8, 90, 1.5};
        double[] values = IntStream.rangeClosed(1, 15)
                .mapToDouble(x -> mmf.value(truth, x))
                .toArray();

        Fit fit = CurveFitter.fit(mmf, curve(values), HORIZON);

        assertThat(fit).isInstanceOfSatisfying(Fit.Fitted.class, fitted -> assertThat(fitted.prediction())
                .isCloseTo(mmf.value(truth, HORIZON), Offset.offset(0.01)));
    }

    private static LearningCurve noisy(Random random, boolean falling) {
        double plateau = falling ? 1 + random.nextDouble() : 60 + 35 * random.nextDouble();
        double gain = (falling ? -2 : 10 + 50 * random.nextDouble());
        double rate = 0.1 + 0.6 * random.nextDouble();
        double noise = falling ? 0.05 : 1.5;
        return curve(IntStream.rangeClosed(1, 20)
                .mapToDouble(x -> plateau - gain * Math.exp(-rate * x) + noise * random.nextGaussian())
                .toArray());
    }

    /** Hipparchus' Levenberg–Marquardt without bounds from a slightly moved end of ours, if it stays within them. */
    private static double hipparchus(ParametricFunction function, LearningCurve curve, double[] from) {
        int skipped = (int) IntStream.range(0, curve.size())
                .filter(i -> curve.epoch(i) < function.smallestX())
                .count();
        int n = curve.size() - skipped;
        double[] start = from.clone();
        for (int i = 0; i < start.length; i++) {
            start[i] += 0.01 * Math.max(0.1, Math.abs(start[i]));
        }
        double[] target = new double[n];
        for (int i = 0; i < n; i++) {
            target[i] = curve.value(i + skipped);
        }
        try {
            LeastSquaresOptimizer.Optimum optimum = new LevenbergMarquardtOptimizer()
                    .optimize(new LeastSquaresBuilder()
                            .start(start)
                            .target(target)
                            .maxEvaluations(2000)
                            .maxIterations(2000)
                            .model(point -> {
                                double[] parameters = point.toArray();
                                double[] values = new double[n];
                                RealMatrix jacobian = MatrixUtils.createRealMatrix(n, parameters.length);
                                double[] gradient = new double[parameters.length];
                                for (int i = 0; i < n; i++) {
                                    double x = curve.epoch(i + skipped);
                                    values[i] = function.value(parameters, x);
                                    function.gradient(parameters, x, gradient);
                                    jacobian.setRow(i, gradient);
                                }
                                return new Pair<>(new ArrayRealVector(values), jacobian);
                            })
                            .build());
            double[] point = optimum.getPoint().toArray();
            for (int i = 0; i < point.length; i++) {
                if (point[i] < function.parameters().get(i).lower()
                        || point[i] > function.parameters().get(i).upper()) {
                    return Double.POSITIVE_INFINITY;
                }
            }
            return optimum.getCost() * optimum.getCost();
        } catch (RuntimeException oracleFailed) {
            return Double.POSITIVE_INFINITY;
        }
    }

    private static LearningCurve curve(double... values) {
        return LearningCurve.of(
                IntStream.rangeClosed(1, values.length).asDoubleStream().toArray(), values);
    }
}
