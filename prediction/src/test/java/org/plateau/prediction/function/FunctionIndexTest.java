package org.plateau.prediction.function;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.plateau.prediction.UnknownNameException;

class FunctionIndexTest {
    static Stream<ParametricFunction> all() {
        return FunctionIndex.standard().all().stream();
    }

    @Test
    void theIndexHoldsEveryPublishedFormula() {
        assertThat(all())
                .extracting(ParametricFunction::formula)
                .containsExactlyInAnyOrder(
                        "a - b^(c - x)",
                        "a x^b",
                        "a x^b + c",
                        "a ln(x) + b",
                        "a e^(b x)",
                        "a e^(b x) + c",
                        "c - e^(-a x^d + b)",
                        "c - e^((x - b)^a)",
                        "c - (c - a) e^(-b x)",
                        "e^(a + b / x + c ln(x))",
                        "(a b + c x^d) / (b + x^d)",
                        "a - b e^(-c x^d)",
                        "b - a / ln(x)",
                        "a + b^(c - x)");
    }

    @Test
    void anUnknownNameIsAnsweredWithTheNearestKnownOne() {
        assertThatThrownBy(() -> FunctionIndex.standard().named("weibul"))
                .isInstanceOf(UnknownNameException.class)
                .hasMessageContaining("Unknown function \"weibul\"; did you mean \"weibull\"?");
    }

    @ParameterizedTest
    @MethodSource("all")
    void theNameLeadsBackToTheFunctionAndTheFormulaNamesItsParameters(ParametricFunction function) {
        assertThat(FunctionIndex.standard().named(function.name())).isSameAs(function);
        assertThat(function.parameters()).allSatisfy(parameter -> assertThat(function.formula())
                .containsPattern("\\b" + parameter.name() + "\\b"));
        assertThat(function.source()).isNotBlank();
    }

    @ParameterizedTest
    @MethodSource("all")
    void theGradientIsWhatDifferencesSay(ParametricFunction function) {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        int n = function.parameters().size();
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
                if (size < 1e8) {
                    assertThat(gradient[i])
                            .as("%s by %d at %s, seed %d", function.name(), i, x, seed)
                            .isCloseTo(expected, Offset.offset(2e-6 * size));
                }
            }
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
}
