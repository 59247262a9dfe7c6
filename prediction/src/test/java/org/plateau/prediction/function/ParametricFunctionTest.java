package org.plateau.prediction.function;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds for every function of the index. */
class ParametricFunctionTest {
    static Stream<ParametricFunction> all() {
        return FunctionIndex.standard().all().stream();
    }

    static Stream<SeparableFunction> separable() {
        return all().filter(SeparableFunction.class::isInstance).map(SeparableFunction.class::cast);
    }

    @ParameterizedTest
    @MethodSource("all")
    void theGradientIsWhatDifferencesSay(ParametricFunction function) {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        int n = function.parameters().size();
        int compared = 0;
        for (int round = 0; round < 200; round++) {
            double[] parameters = new double[n];
            for (int i = 0; i < n; i++) {
                Parameter bounds = function.parameters().get(i);
                double low = Math.max(bounds.lower() + 0.05, -2);
                double high = Math.min(bounds.upper() - 0.05, 3);
                parameters[i] = low + (high - low) * random.nextDouble();
            }
            double x = Math.max(function.smallestX(), 0.2) + 5 * random.nextDouble();
            double[] gradient = new double[n];
            function.gradient(parameters, x, gradient);
            for (int i = 0; i < n; i++) {
                double step = 1e-6 * Math.max(1, Math.abs(parameters[i]));
                double[] moved = parameters.clone();
                moved[i] += step;
                double above = function.value(moved, x);
                moved[i] = parameters[i] - step;
                double below = function.value(moved, x);
                double expected = (above - below) / (2 * step);
                double size = Math.abs(function.value(parameters, x)) + Math.abs(expected) + 1;
                // A break lies between the two differences only where the epoch is as near to it as the step.
                if (size < 1e8 && !atBreak(function, parameters, x)) {
                    compared++;
                    assertThat(gradient[i])
                            .as("%s by %d at %s, seed %d", function.name(), i, x, seed)
                            .isCloseTo(expected, Offset.offset(2e-6 * size));
                }
            }
        }
        assertThat(compared).isGreaterThan(100);
    }

    private static boolean atBreak(ParametricFunction function, double[] parameters, double x) {
        return function instanceof SteppedExponential && Math.abs(x - parameters[3]) < 1e-4;
    }

    @ParameterizedTest
    @MethodSource("all")
    void theGradientIsFiniteWhereTheValueIsAtEpochZeroAndFarAway(ParametricFunction function) {
        double[] start = function.start(new double[] {2, 3, 4, 5, 6, 7, 8}, new double[] {10, 40, 60, 70, 75, 78, 80})
                .orElseThrow();
        for (double x : new double[] {function.smallestX(), 1e3, 1e6}) {
            if (Double.isFinite(function.value(start, x))) {
                double[] gradient = new double[start.length];
                function.gradient(start, x, gradient);
                assertThat(gradient).as("%s at %s", function.name(), x).doesNotContain(Double.NaN);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("separable")
    void theParametersOfAShapeGiveTheFunctionOfThatShape(SeparableFunction function) {
        double[] x = {Math.max(0.5, function.smallestX()), 2, 7.5, 30};
        Shapes shapes = Shapes.grid(function.axes(25));
        for (int s = 0; s < shapes.size(); s++) {
            double[] shape = shapes.shape(s);
            double alpha = function.intercept() ? function.alpha().nearest(7) : 0;
            for (double sign : new double[] {-3, 3}) {
                double beta = function.beta().nearest(sign);
                double[] parameters = function.assemble(shape, alpha, beta);
                assertThat(parameters).hasSize(function.parameters().size());
                for (int i = 0; i < x.length; i++) {
                    double expected = alpha + beta * function.g(shape, x[i]);
                    if (Math.abs(expected) < 1e12) {
                        assertThat(function.value(parameters, x[i]))
                                .as("%s %s at %s", function.name(), Arrays.toString(shape), x[i])
                                .isCloseTo(expected, Offset.offset(1e-9 * (Math.abs(expected) + 10)));
                    }
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("separable")
    void manyShapesAtOnceAreWhatOneAfterTheOtherIs(SeparableFunction function) {
        double[] epochs = {Math.max(0.5, function.smallestX()), 2, 7.5, 24, 25};
        Shapes shapes = Shapes.grid(function.axes(25));
        for (Epochs x : List.of(Epochs.of(epochs), Epochs.of(epochs).tabulated())) {
            double[] g = new double[shapes.size() * epochs.length];
            function.g(shapes, x, g);
            for (int s = 0; s < shapes.size(); s++) {
                for (int i = 0; i < epochs.length; i++) {
                    double expected = function.g(shapes.shape(s), epochs[i]);
                    assertThat(g[s * epochs.length + i])
                            .as("%s %s at %s", function.name(), Arrays.toString(shapes.shape(s)), epochs[i])
                            .isCloseTo(expected, Offset.offset(2e-12 * Math.abs(expected) + 1e-15));
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("separable")
    void theGridIsModestAndWithinTheBounds(SeparableFunction function) {
        Shapes shapes = Shapes.grid(function.axes(25));
        assertThat(shapes.size()).isBetween(1, 45);
        for (int s = 0; s < shapes.size(); s++) {
            double[] parameters = function.assemble(
                    shapes.shape(s),
                    function.alpha().nearest(50),
                    function.beta().nearest(-10));
            for (int i = 0; i < parameters.length; i++) {
                Parameter bounds = function.parameters().get(i);
                assertThat(parameters[i])
                        .as("%s.%s", function.name(), bounds.name())
                        .isBetween(bounds.lower(), bounds.upper());
            }
        }
        for (double[] axis : function.axes(25)) {
            assertThat(axis).isSorted().doesNotHaveDuplicates();
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void aStartIsWithinTheBoundsAndFinite(ParametricFunction function) {
        double[] x = {2, 3, 4, 5, 6, 7, 8};
        for (double[] y : List.of(
                new double[] {10, 40, 60, 70, 75, 78, 80},
                new double[] {2.3, 1.5, 1.1, 0.9, 0.8, 0.75, 0.7},
                new double[] {5, 5, 5, 5, 5, 5, 5})) {
            double[] start = function.start(x, y).orElseThrow();
            for (int i = 0; i < start.length; i++) {
                Parameter bounds = function.parameters().get(i);
                assertThat(start[i]).isBetween(bounds.lower(), bounds.upper());
            }
            assertThat(function.value(start, 4)).isFinite();
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.5, 2, 30})
    void richardsCurveIsTheLogisticCurveWhereItIsSymmetric(double x) {
        double[] logistic = {50, 0.4, 90, 8};
        assertThat(new Richards().value(new double[] {50, 0.4, 90, 8, 1}, x))
                .isCloseTo(new Logistic().value(logistic, x), Offset.offset(1e-12));
        assertThat(new Richards().value(new double[] {50, 0.4, 90, 8, 1e-6}, x))
                .isCloseTo(new Gompertz().value(logistic, x), Offset.offset(1e-3));
    }

    @Test
    void aStepIsNotPromisedBeforeItIsSeen() {
        SteppedExponential stepped = new SteppedExponential();
        double[] truth = {10, 50, 0.5, 12, 0.5};
        double[] x = new double[20];
        double[] y = new double[20];
        for (int i = 0; i < x.length; i++) {
            x[i] = i + 1;
            y[i] = stepped.value(truth, x[i]);
        }
        double[] before =
                stepped.start(Arrays.copyOf(x, 7), Arrays.copyOf(y, 7)).orElseThrow();
        assertThat(before[4]).isZero();
        double[] after = stepped.start(x, y).orElseThrow();
        assertThat(after[4]).isPositive();
    }
}
