package org.plateau.prediction.function;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What other publications write differently is the same curve with other parameters; so it is one entry. */
class PublishedFormsTest {
    /**
     * A published form.
     *
     * @param alias that leads to the entry
     * @param published its value
     * @param renamed the entry's parameters from the published ones
     */
    private record Form(String alias, Curve published, Renaming renamed) {
        @Override
        public String toString() {
            return alias;
        }
    }

    private interface Curve {
        double value(double[] p, double x);
    }

    private interface Renaming {
        double[] of(double[] p);
    }

    static Stream<Form> forms() {
        return Stream.of(
                new Form("exp4", (p, x) -> p[2] - Math.exp(-p[0] * Math.pow(x, p[3]) + p[1]), p ->
                        new double[] {p[2], Math.exp(p[1]), p[0], p[3]}),
                new Form("janoschek", (p, x) -> p[0] - (p[0] - p[1]) * Math.exp(-p[2] * Math.pow(x, p[3])), p ->
                        new double[] {p[0], p[0] - p[1], p[2], p[3]}),
                new Form("weibull", (p, x) -> p[0] - (p[0] - p[1]) * Math.exp(-Math.pow(p[2] * x, p[3])), p ->
                        new double[] {p[0], p[0] - p[1], Math.pow(p[2], p[3]), p[3]}),
                new Form("wbl4", (p, x) -> p[2] - p[1] * Math.exp(-p[0] * Math.pow(x, p[3])), p ->
                        new double[] {p[2], p[1], p[0], p[3]}),
                new Form("mmf", (p, x) -> p[0] - (p[0] - p[1]) / (1 + Math.pow(p[2] * x, p[3])), p ->
                        new double[] {p[1], Math.pow(p[2], -p[3]), p[0], p[3]}),
                new Form("log-power", (p, x) -> p[0] / (1 + Math.pow(x / Math.exp(p[1]), p[2])), p ->
                        new double[] {p[0], Math.exp(p[1]), -p[2]}),
                new Form("hill3", (p, x) -> p[0] * Math.pow(x, p[2]) / (Math.pow(p[1], p[2]) + Math.pow(x, p[2])), p ->
                        new double[] {p[0], p[1], p[2]}),
                new Form("pow4", (p, x) -> p[2] - Math.pow(p[0] * x + p[1], -p[3]), p ->
                        new double[] {Math.pow(p[0], -p[3]), p[1] / p[0], p[2], p[3]}),
                new Form("pow3", (p, x) -> p[2] - p[0] * Math.pow(x, -p[1]), p -> new double[] {-p[0], -p[1], p[2]}),
                new Form("expd3", (p, x) -> p[2] - (p[2] - p[0]) * Math.exp(-p[1] * x), p ->
                        new double[] {p[0] - p[2], -p[1], p[2]}),
                new Form("exp3", (p, x) -> p[0] * Math.exp(-p[1] * x) + p[2], p -> new double[] {p[0], -p[1], p[2]}),
                new Form("log-log-linear", (p, x) -> p[2] * Math.log(p[0] * Math.log(x) + p[1]), p ->
                        new double[] {p[2], p[1] / p[0], p[2] * Math.log(p[0])}),
                new Form("ilog2", (p, x) -> p[1] - p[0] / Math.log(x), p -> new double[] {p[0], p[1]}),
                new Form("log2", (p, x) -> -p[0] * Math.log(x) + p[1], p -> new double[] {-p[0], p[1]}),
                new Form("pow2", (p, x) -> -p[0] * Math.pow(x, -p[1]), p -> new double[] {-p[0], -p[1]}),
                new Form("exp2", (p, x) -> p[0] * Math.exp(-p[1] * x), p -> new double[] {p[0], -p[1]}),
                new Form("vap3", (p, x) -> Math.exp(p[0] + p[1] / x + p[2] * Math.log(x)), p ->
                        new double[] {p[0], p[1], p[2]}));
    }

    @ParameterizedTest
    @MethodSource("forms")
    void aPublishedFormIsTheEntrysCurve(Form form) {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        ParametricFunction function = FunctionIndex.standard().named(form.alias());
        for (int round = 0; round < 200; round++) {
            double[] published = random.doubles(4, 0.1, 2).toArray();
            double[] renamed = form.renamed().of(published);
            double x = 1.5 + 20 * random.nextDouble();
            double expected = form.published().value(published, x);
            assertThat(renamed).hasSize(function.parameters().size());
            assertThat(function.value(renamed, x))
                    .as("%s at %s, seed %d", form, x, seed)
                    .isCloseTo(expected, Offset.offset(1e-9 * (1 + Math.abs(expected))));
        }
    }
}
