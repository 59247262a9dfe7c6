package org.plateau.cli.functions;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.stream.Collectors;
import org.plateau.prediction.function.Evidence;
import org.plateau.prediction.function.EvidenceTable;
import org.plateau.prediction.function.Parameter;
import org.plateau.prediction.function.ParametricFunction;

/**
 * Functions as a page of the documentation, in Markdown.
 *
 * @param evidence on how they did
 */
public record FunctionPage(EvidenceTable evidence) {
    private static final String HEAD = """
            # The index of parametric functions

            <!-- Made by: plateau functions --format markdown > docs/functions.md -->

            Curves that may describe how a fitness develops with the epochs x; [prediction.md](prediction.md) says how forecasts come from
            them. Functions that have the same curves are one entry, however their publications name the parameters: other names lead to it
            as well, other forms stand with its sources. `plateau functions NAME` draws one.

            """;

    private static final String EVIDENCE = """
            Tables of kinds of curves are [evidence](prediction.md#which-function-wins): on how many recorded curves of a kind the function
            won over all others, and its median error in points.

            """;

    /** The whole page. */
    public String text(List<ParametricFunction> functions) {
        StringBuilder page = new StringBuilder(HEAD);
        page.append(evidence.rows().isEmpty() ? "" : EVIDENCE);
        page.append("| function | formula | also | kinds of curves |\n|---|---|---|---|\n");
        functions.forEach(function -> page.append("| [%s](#%s) | `%s` | %s | %s |\n"
                .formatted(
                        function.name(),
                        function.name(),
                        function.formula(),
                        String.join(", ", function.entry().aliases()),
                        FunctionText.shapes(function))));
        functions.forEach(function -> page.append(section(function)));
        return page.toString();
    }

    private String section(ParametricFunction function) {
        StringBuilder section = new StringBuilder("\n## %s\n`%s`".formatted(function.name(), function.formula()));
        section.append(function.smallestX() > 0 ? ", from epoch " + number(function.smallestX()) : "");
        section.append("\n\n| parameter | meaning | from | to | start |\n|---|---|---|---|---|\n");
        for (Parameter parameter : function.parameters()) {
            section.append("| %s | %s | %s | %s | %s |\n"
                    .formatted(
                            parameter.name(),
                            parameter.meaning(),
                            bound(parameter.lower()),
                            bound(parameter.upper()),
                            number(parameter.start())));
        }
        section.append(function.entry().sources().stream()
                .map(source -> "- %s: %s\n".formatted(source.reference(), source.equation()))
                .collect(Collectors.joining("", "\n", "")));
        List<Evidence> won = evidence.of(function);
        if (!won.isEmpty()) {
            section.append("\n| kind of curve | curves | wins | median error |\n|---|---|---|---|\n");
            won.forEach(row -> section.append("| %s | %d | %d | %s |\n"
                    .formatted(row.shape().word(), row.curves(), row.wins(), number(row.medianError()))));
        }
        return section.toString();
    }

    private static String bound(double value) {
        return Double.isInfinite(value) ? (value < 0 ? "−∞" : "∞") : number(value);
    }

    private static String number(double value) {
        return new BigDecimal(value)
                .round(new MathContext(4))
                .stripTrailingZeros()
                .toPlainString();
    }
}
