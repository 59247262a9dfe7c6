package org.plateau.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.plateau.charts.FunctionChart;
import org.plateau.charts.Theme;
import org.plateau.cli.functions.FunctionJson;
import org.plateau.cli.functions.FunctionPage;
import org.plateau.cli.functions.FunctionText;
import org.plateau.cli.functions.Portrait;
import org.plateau.cli.output.Rows;
import org.plateau.prediction.UnknownNameException;
import org.plateau.prediction.function.EvidenceTable;
import org.plateau.prediction.function.FunctionIndex;
import org.plateau.prediction.function.Parameter;
import org.plateau.prediction.function.ParametricFunction;
import org.plateau.prediction.function.Source;
import org.plateau.prediction.shape.CurveShape;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "functions",
        description = "Lists the parametric functions of learning curves, or explains one with a drawing.",
        footer = {
            "",
            "A function is found by its name in the index and by those that it has in the",
            "literature, such as pow3. It is drawn as it fits typical curves of the kinds",
            "that it covers; these are made up, not measured.",
            "",
            "Examples:",
            "  plateau functions",
            "  plateau functions pow4 --svg pow4.svg"
        })
final class FunctionsCommand implements Callable<Integer> {
    private static final int WIDTH = 640;
    private static final int HEIGHT = 420;

    /** What the command prints. */
    enum Format {
        TABLE,
        JSON,
        CSV,
        MARKDOWN
    }

    @Parameters(
            arity = "0..1",
            paramLabel = "NAME",
            description = "The function to explain; all are listed if left out.")
    private Optional<String> name = Optional.empty();

    @Option(names = "--format", paramLabel = "F", description = "table (the default), json, csv or markdown.")
    private Format format = Format.TABLE;

    @Option(names = "--horizon", paramLabel = "H", description = "The last epoch of the drawing, 25 if left out.")
    private double horizon = 25;

    @Option(names = "--svg", paramLabel = "FILE", description = "Write the drawing of NAME to a file, too.")
    private Optional<Path> svg = Optional.empty();

    @Mixin
    private FunctionsOption own = new FunctionsOption();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException {
        if (!(horizon > 0) || horizon > 1e9) {
            throw wrong("--horizon must be an epoch > 0 and at most 1e9, but was " + horizon);
        }
        if (svg.isPresent() && name.isEmpty()) {
            throw wrong("--svg needs the NAME of a function");
        }
        FunctionIndex index = own.index();
        PrintWriter out = spec.commandLine().getOut();
        if (name.isEmpty()) {
            out.print(list(index.all()));
        } else {
            out.print(explain(named(index, name.get())));
        }
        out.flush();
        return 0;
    }

    private CommandLine.ParameterException wrong(String message) {
        return new CommandLine.ParameterException(spec.commandLine(), message);
    }

    private ParametricFunction named(FunctionIndex index, String wanted) {
        try {
            return index.named(wanted);
        } catch (UnknownNameException e) {
            throw new CommandLine.ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
        }
    }

    private String list(List<ParametricFunction> functions) {
        EvidenceTable evidence = EvidenceTable.standard();
        return switch (format) {
            case TABLE -> new FunctionText(evidence).list(functions);
            case JSON -> new FunctionJson(evidence).list(functions);
            case CSV -> rows(functions).text(Rows.Format.CSV);
            case MARKDOWN -> new FunctionPage(evidence).text(functions);
        };
    }

    private static Rows rows(List<ParametricFunction> functions) {
        Rows rows = new Rows(List.of("name", "aliases", "formula", "parameters", "shapes", "sources"));
        functions.forEach(function -> rows.add(List.of(
                function.name(),
                String.join(" ", function.entry().aliases()),
                function.formula(),
                function.parameters().stream().map(Parameter::name).collect(Collectors.joining(" ")),
                function.entry().covers().stream().map(CurveShape::word).collect(Collectors.joining(" ")),
                function.entry().sources().stream().map(Source::text).collect(Collectors.joining("; ")))));
        return rows;
    }

    private String explain(ParametricFunction function) throws IOException {
        Portrait portrait = Portrait.of(function, horizon);
        if (svg.isPresent()) {
            Files.writeString(svg.get(), chart(function, portrait).svg(WIDTH, HEIGHT, Theme.LIGHT));
        }
        EvidenceTable evidence = EvidenceTable.standard();
        return switch (format) {
            case TABLE -> new FunctionText(evidence).explain(function, portrait);
            case JSON -> new FunctionJson(evidence).explain(function, portrait);
            case CSV -> FunctionText.parameterRows(function).text(Rows.Format.CSV);
            case MARKDOWN -> new FunctionPage(evidence).text(List.of(function));
        };
    }

    private static FunctionChart chart(ParametricFunction function, Portrait portrait) {
        return new FunctionChart(
                function.name(),
                function.formula(),
                portrait.horizon(),
                portrait.lines().stream()
                        .map(line -> new FunctionChart.Line(line.shape().word(), line.points()))
                        .toList());
    }
}
