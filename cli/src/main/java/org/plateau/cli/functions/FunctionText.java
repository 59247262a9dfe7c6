package org.plateau.cli.functions;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.plateau.cli.output.Rows;
import org.plateau.cli.output.Table;
import org.plateau.prediction.function.Evidence;
import org.plateau.prediction.function.EvidenceTable;
import org.plateau.prediction.function.Parameter;
import org.plateau.prediction.function.ParametricFunction;
import org.plateau.prediction.function.Source;
import org.plateau.prediction.shape.CurveShape;

/**
 * Functions as people read them in a terminal.
 *
 * @param evidence on how they did
 */
public record FunctionText(EvidenceTable evidence) {
    /** All of them, a row for each. */
    public String list(List<ParametricFunction> functions) {
        return new Table(
                        List.of("function", "formula", "parameters · shapes · sources"),
                        functions.stream()
                                .map(function -> List.of(
                                        function.name(),
                                        function.formula(),
                                        Stream.of(parameters(function), shapes(function), tags(function), won(function))
                                                .filter(part -> !part.isEmpty())
                                                .collect(Collectors.joining(" · "))))
                                .toList())
                .text();
    }

    /** One of them with all that is known, and a drawing. */
    public String explain(ParametricFunction function, Portrait portrait) {
        StringBuilder text = new StringBuilder();
        text.append("%s: %s%n%n".formatted(function.name(), function.formula()));
        text.append(parameterRows(function).text(Rows.Format.TABLE)).append('\n');
        text.append(facts(function)).append('\n');
        List<Evidence> won = evidence.of(function);
        if (!won.isEmpty()) {
            text.append(evidenceRows(won).text(Rows.Format.TABLE)).append('\n');
        }
        return text.append(TextPlot.of(portrait)).toString();
    }

    /** The parameters of a function. */
    public static Rows parameterRows(ParametricFunction function) {
        Rows rows = new Rows(List.of("parameter", "meaning", "from", "to", "start"));
        for (Parameter parameter : function.parameters()) {
            rows.add(List.of(
                    parameter.name(), parameter.meaning(), parameter.lower(), parameter.upper(), parameter.start()));
        }
        return rows;
    }

    /** What was measured of a function. */
    static Rows evidenceRows(List<Evidence> evidence) {
        Rows rows = new Rows(List.of("kind of curve", "curves", "wins", "median error"));
        evidence.forEach(row -> rows.add(List.of(row.shape().word(), row.curves(), row.wins(), row.medianError())));
        return rows;
    }

    private static String facts(ParametricFunction function) {
        List<List<String>> facts = new ArrayList<>();
        if (!function.entry().aliases().isEmpty()) {
            facts.add(List.of("also", String.join(", ", function.entry().aliases())));
        }
        facts.add(List.of("covers", shapes(function).isEmpty() ? "not said" : shapes(function)));
        facts.add(List.of("from", "epoch " + Rows.shown(function.smallestX())));
        facts.add(List.of(
                "derivatives",
                function.analytic() ? "analytic" : "central differences, since only its values are known"));
        List<Source> sources = function.entry().sources();
        for (int i = 0; i < sources.size(); i++) {
            facts.add(List.of(i == 0 ? "sources" : "", sources.get(i).text()));
        }
        if (sources.isEmpty()) {
            facts.add(List.of("sources", "your configuration"));
        }
        // Facts need no headings.
        return new Table(List.of("", ""), facts).text().stripLeading();
    }

    static String parameters(ParametricFunction function) {
        return function.parameters().stream().map(Parameter::name).collect(Collectors.joining(" "));
    }

    static String shapes(ParametricFunction function) {
        return function.entry().covers().stream().map(CurveShape::word).collect(Collectors.joining(", "));
    }

    private static String tags(ParametricFunction function) {
        return function.entry().sources().stream().map(Source::tag).collect(Collectors.joining(", "));
    }

    /** The kinds of curves on which it won most often. */
    private String won(ParametricFunction function) {
        return evidence.of(function).stream()
                .filter(row -> row.wins() > 0)
                .sorted((left, right) ->
                        Double.compare(right.wins() / (double) right.curves(), left.wins() / (double) left.curves()))
                .limit(2)
                .map(row -> "won %d of %d %s"
                        .formatted(row.wins(), row.curves(), row.shape().word()))
                .collect(Collectors.joining(", "));
    }
}
