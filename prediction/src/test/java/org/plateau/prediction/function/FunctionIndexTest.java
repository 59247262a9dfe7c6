package org.plateau.prediction.function;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.plateau.prediction.UnknownNameException;
import org.plateau.prediction.shape.CurveShape;

class FunctionIndexTest {
    static Stream<ParametricFunction> all() {
        return FunctionIndex.standard().all().stream();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
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
                "a + b^(c - x)"
            })
    void everyFormulaOfPenguinIsThereAsAnEntryOrAmongItsSources(String formula) {
        assertThat(all()).anySatisfy(function -> assertThat(Stream.concat(
                        Stream.of(function.formula()),
                        function.entry().sources().stream().map(Source::equation)))
                .anySatisfy(text -> assertThat(" " + text + " ").contains(" " + formula)));
    }

    @ParameterizedTest
    @CsvSource({
        // Domhan et al. 2015
        "vapor-pressure, vapor-pressure",
        "pow3, power-offset",
        "log-log-linear, log-log-linear",
        "hill3, hill",
        "log-power, hill",
        "pow4, shifted-power",
        "mmf, mmf",
        "exp4, weibull",
        "janoschek, weibull",
        "weibull, weibull",
        "ilog2, inverse-logarithm",
        // LCDB 1.0
        "last1, constant",
        "pow2, power",
        "log2, logarithm",
        "exp2, exponential",
        "lin2, linear",
        "exp3, exponential-offset",
        "vap3, vapor-pressure",
        "expp3, exponential-power",
        "expd3, exponential-offset",
        "logpower3, hill",
        "mmf4, mmf",
        "wbl4, weibull",
        // as the index called them before
        "monomolecular, exponential-offset"
    })
    void everyPublishedNameLeadsToItsFunction(String published, String name) {
        assertThat(FunctionIndex.standard().named(published).name()).isEqualTo(name);
        assertThat(FunctionIndex.standard().has(published)).isTrue();
    }

    @Test
    void everyShapeIsCovered() {
        assertThat(all().flatMap(function -> function.entry().covers().stream()))
                .contains(CurveShape.values());
    }

    @Test
    void anUnknownNameIsAnsweredWithTheNearestKnownOne() {
        assertThatThrownBy(() -> FunctionIndex.standard().named("weibul"))
                .isInstanceOf(UnknownNameException.class)
                .hasMessageContaining("Unknown function \"weibul\"; did you mean \"weibull\"?");
        assertThat(FunctionIndex.standard().has("weibul")).isFalse();
    }

    @ParameterizedTest
    @MethodSource("all")
    void theNamesLeadBackToTheFunctionAndTheFormulaNamesItsParameters(ParametricFunction function) {
        assertThat(function.entry().names())
                .allSatisfy(
                        name -> assertThat(FunctionIndex.standard().named(name)).isSameAs(function));
        assertThat(function.parameters()).allSatisfy(parameter -> assertThat(function.formula())
                .containsPattern("\\b" + parameter.name() + "\\b"));
        assertThat(function.entry().sources()).isNotEmpty();
        assertThat(function.entry().covers()).isNotEmpty();
    }

    @Test
    void anIndexGrowsWithoutChanging() {
        ParametricFunction mine = new Renamed("mine", List.of("own"));
        FunctionIndex grown = FunctionIndex.standard().plus(List.of(mine));
        assertThat(grown.named("own")).isSameAs(mine);
        assertThat(grown.added()).containsExactly(mine);
        assertThat(grown.all()).hasSize(FunctionIndex.standard().all().size() + 1);
        assertThat(FunctionIndex.standard().has("mine")).isFalse();
        assertThat(FunctionIndex.standard().added()).isEmpty();
    }

    @Test
    void noTwoFunctionsHaveAName() {
        for (ParametricFunction taken : List.of(new Renamed("pow3", List.of()), new Renamed("x", List.of("hill")))) {
            assertThatThrownBy(() -> FunctionIndex.standard().plus(List.of(taken)))
                    .isInstanceOf(NameTakenException.class)
                    .hasMessageContaining("is taken by the function");
        }
        assertThatThrownBy(() -> FunctionIndex.standard()
                        .plus(List.of(new Renamed("twice", List.of()), new Renamed("twice", List.of()))))
                .isInstanceOf(NameTakenException.class)
                .hasMessage("The name \"twice\" is taken by the function twice: a");
    }

    /** A constant under another name. */
    private static final class Renamed extends SeparableFunction {
        private final Constant constant = new Constant();

        Renamed(String name, List<String> aliases) {
            super(new IndexEntry(name, aliases, "a", List.of(Parameter.free("a", "level")), Set.of(), List.of(), 0));
        }

        @Override
        public double[][] axes(double horizon) {
            return constant.axes(horizon);
        }

        @Override
        public double g(double[] shape, double x) {
            return constant.g(shape, x);
        }

        @Override
        public double[] assemble(double[] shape, double alpha, double beta) {
            return constant.assemble(shape, alpha, beta);
        }

        @Override
        public double value(double[] parameters, double x) {
            return constant.value(parameters, x);
        }

        @Override
        public void gradient(double[] parameters, double x, double[] into) {
            constant.gradient(parameters, x, into);
        }
    }
}
