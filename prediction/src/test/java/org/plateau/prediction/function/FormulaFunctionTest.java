package org.plateau.prediction.function;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.plateau.core.fitness.LearningCurve;
import org.plateau.prediction.fit.CurveFitter;
import org.plateau.prediction.fit.Fit;
import org.plateau.prediction.shape.CurveShape;

class FormulaFunctionTest {
    private static WrittenFunction written(String formula, Parameter... parameters) {
        return new WrittenFunction("mine", formula, List.of(parameters), Set.of(CurveShape.LEARNING));
    }

    private static WrittenFunction written(String formula, String... names) {
        return written(
                formula, Stream.of(names).map(name -> Parameter.free(name, "")).toArray(Parameter[]::new));
    }

    private static LearningCurve curve(int points, Random random, DoubleUnaryOperator truth) {
        double[] epochs = IntStream.rangeClosed(1, points).mapToDouble(i -> i).toArray();
        return LearningCurve.of(
                epochs,
                Arrays.stream(epochs)
                        .map(x -> truth.applyAsDouble(x) + 0.3 * random.nextGaussian())
                        .toArray());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            a + b * x                 | 7
            a+b*x                     | 7
            a b x                     | 6
            2x + a + b                | 8
            a x^b                     | 8
            -x^2 + a b                | -1
            a x^-b + 0                | .125
            a e^(-b) + 0 x            | 0.04978706836786395
            (a - b)(x - 1)            | -2
            max(a, x) / min(b, 9)     | 0.6666666666666666
            1e1 * x - a - b           | 16
            2e - x + a - b + x        | 3.43656365691809
            pow(x, b) + a pi / pi     | 9
            log(e^x) + ln(exp(a)) - b | 0
            abs(a - b) + sqrt(x x)    | 4
            1 / (x - 2) + 0 a b       | Infinity
            ln(-x) + a + b            | NaN
            """)
    void aFormulaMeansWhatItSays(String formula, double expected) {
        ParametricFunction function = written(formula, "a", "b").function();
        assertThat(Double.valueOf(function.value(new double[] {1, 3}, 2))).isEqualTo(Double.valueOf(expected));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            a + q x        | formula: found "a + q x", expected "q" to be x, one of the parameters a, e, pi or one of
            a + ax         | expected "ax" to be
            a + größe x    | expected "größe" to be
            a              | formula: found "a", expected x, the epoch, to occur in it
            x              | formula: found "x", expected the parameter a to occur in it
            ``             | formula: found "", expected x, the epoch, to occur in it
            a + x; 1       | character 6 is ";"
            a + x % 2      | character 7 is "%"
            a 😀 x         | character 3 is "😀"
            a + x + ..     | character 9 is "."
            a + sin x      | expected a parenthesis behind "sin"
            a + x)         | formula: found "a + x)", expected values on both sides of every operator, closed parentheses
            (a + x         | expected values on both sides
            a + x +        | expected values on both sides
            * a x          | expected values on both sides
            a + max(x)     | expected values on both sides
            a + sin(x, 2)  | expected values on both sides
            a + x, 2       | expected values on both sides
            a + x + 1.2.3  | expected values on both sides
            () a x         | expected values on both sides
            """)
    void whatIsNoFormulaIsRefusedWithItsReason(String formula, String reason) {
        assertThatThrownBy(() -> written(formula, "a"))
                .isInstanceOf(FunctionDefinitionException.class)
                .hasMessageContaining(reason)
                .hasMessageStartingWith("formula: found \"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"(", "-", "x+", "sin(", "x", "1", "2^", "((x)", " ", "x x ", "^", ","})
    @Timeout(value = 20, unit = TimeUnit.SECONDS)
    void aHostileFormulaIsRefusedOrEvaluatedSoon(String piece) {
        assertThatThrownBy(() -> written(piece.repeat(1_000_000 / piece.length()), "a"))
                .isInstanceOf(FunctionDefinitionException.class)
                .hasMessageContaining("expected at most 500 characters, but it has 1000000")
                .hasMessageFindingMatch("^.{100,200}$");
        String longest = piece.repeat(490 / piece.length()) + " a x";
        try {
            assertThat(written(longest, "a").function().parameters()).hasSize(1);
        } catch (FunctionDefinitionException e) {
            assertThat(e.getMessage()).hasSizeLessThan(600);
        }
    }

    @Test
    void namesAndParametersAreChecked() {
        Parameter a = Parameter.free("a", "");
        for (String name : List.of("", "Mine", "my_function", "-a", "a-", "a".repeat(41), "größe")) {
            assertThatThrownBy(() -> new WrittenFunction(name, "a x", List.of(a), Set.of()))
                    .isInstanceOf(FunctionDefinitionException.class)
                    .hasMessageStartingWith("name: found \"" + name)
                    .hasMessageContaining("lower-case letters");
        }
        for (String name : List.of("x", "e", "pi", "ln", "exp", "1a", "a b", "", "größe", "_")) {
            assertThatThrownBy(() -> written("a x", name))
                    .isInstanceOf(FunctionDefinitionException.class)
                    .hasMessageStartingWith("parameters: found \"%s\", expected names".formatted(name));
        }
        assertThatThrownBy(() -> written("x", new String[0])).hasMessage("parameters: found 0, expected 1 to 6");
        assertThatThrownBy(() -> written("a x", "a", "a"))
                .hasMessage("parameters: found \"a\", expected each name once");
    }

    @Test
    void theGradientIsTheAnalyticOneToManyDigits() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        ParametricFunction known = FunctionIndex.standard().named("weibull");
        ParametricFunction mine = new WrittenFunction("mine", known.formula(), known.parameters(), Set.of()).function();
        double[] expected = new double[4];
        double[] gradient = new double[4];
        for (int round = 0; round < 200; round++) {
            double[] p = {
                100 * random.nextDouble(), 50 * random.nextGaussian(), random.nextDouble(), 0.5 + random.nextDouble()
            };
            double x = 0.1 + 25 * random.nextDouble();
            known.gradient(p, x, expected);
            mine.gradient(p, x, gradient);
            assertThat(gradient).as("seed %d", seed).containsExactly(expected, Offset.offset(1e-5));
            assertThat(mine.value(p, x)).isCloseTo(known.value(p, x), Offset.offset(1e-9));
        }
    }

    @Test
    void theGradientStaysWithinTheBounds() {
        ParametricFunction mine = written("a + ln(b) x", Parameter.free("a", ""), Parameter.positive("b", ""))
                .function();
        double[] gradient = new double[2];
        mine.gradient(new double[] {1, 1e-6}, 2, gradient);
        assertThat(gradient[1]).isPositive();
        ParametricFunction edge =
                written("sqrt(b - 1) x", new Parameter("b", "", 1, 2, 1)).function();
        double[] slope = new double[1];
        edge.gradient(new double[] {1}, 3, slope);
        assertThat(slope[0]).isFinite().isPositive();
    }

    @Test
    void aParameterThatTheFunctionIsLinearInIsFound() {
        assertThat(linear("a + b * e^(-c x)", "a", "b", "c")).containsExactly(0, 1);
        assertThat(linear("c - (c - a) e^(-b x)", "a", "b", "c")).containsExactly(0, 2);
        assertThat(linear("a b x", "a", "b")).containsExactly(0);
        assertThat(linear("a^2 + x", "a")).isEmpty();
    }

    private static int[] linear(String formula, String... names) {
        Random random = new Random(5);
        double[][] places = new double[8][];
        Arrays.setAll(places, i -> random.doubles(names.length, 0.1, 2).toArray());
        return LinearParameters.of(Formula.of(formula, List.of(names))::value, places);
    }

    /** The same function written as text must be fitted as well as the one of the index. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "power-offset",
                "exponential-offset",
                "logarithm",
                "mmf",
                "weibull",
                "logistic",
                "gompertz",
                "hill"
            })
    void aWrittenFunctionIsFittedAsWellAsTheIndexDoes(String name) {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        ParametricFunction known = FunctionIndex.standard().named(name);
        ParametricFunction mine = new WrittenFunction("mine", known.formula(), known.parameters(), Set.of()).function();
        int worse = 0;
        for (int round = 0; round < 20; round++) {
            double level = 50 + 45 * random.nextDouble();
            double rate = 0.05 + 0.4 * random.nextDouble();
            LearningCurve curve = curve(25, random, x -> level - 0.5 * level * Math.exp(-rate * x));
            double expected = squares(CurveFitter.fit(known, curve, 50));
            double found = squares(CurveFitter.fit(mine, curve, 50));
            worse += found > 1.05 * expected + 1e-6 ? 1 : 0;
        }
        assertThat(worse).as("%s, seed %d", name, seed).isLessThanOrEqualTo(4);
    }

    private static double squares(Fit fit) {
        assertThat(fit).isInstanceOf(Fit.Fitted.class);
        return ((Fit.Fitted) fit).squares();
    }

    @Test
    void aFunctionWithoutAValueAtEpochZeroLeavesItOut() {
        assertThat(written("a ln(x) + b", "a", "b").function().smallestX()).isPositive();
        assertThat(written("a x + b", "a", "b").function().smallestX()).isZero();
        LearningCurve fromZero = LearningCurve.of(new double[] {0, 1, 2, 3, 4}, new double[] {10, 20, 30, 36, 40});
        assertThat(CurveFitter.fit(written("a ln(x) + b", "a", "b").function(), fromZero, 25))
                .isInstanceOf(Fit.Fitted.class);
    }

    @Test
    void whatHasNoValuesNearThePointsIsNotFitted() {
        LearningCurve curve = LearningCurve.of(new double[] {1, 2, 3, 4}, new double[] {10, 20, 30, 36});
        assertThat(CurveFitter.fit(written("ln(-1 - a^2 - x)", "a").function(), curve, 25))
                .isInstanceOf(Fit.Failed.class);
    }

    @Test
    void threadsDoNotDisturbEachOther() {
        ParametricFunction mine = written("a + b x", "a", "b").function();
        assertThat(IntStream.range(0, 20_000)
                        .parallel()
                        .allMatch(i -> mine.value(new double[] {i, 2 * i}, 3) == 7.0 * i))
                .isTrue();
    }
}
