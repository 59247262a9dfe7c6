package org.plateau.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.plateau.cli.output.Rows;
import org.plateau.prediction.UnknownNameException;
import org.plateau.prediction.function.FunctionIndex;
import org.plateau.prediction.function.Parameter;
import org.plateau.prediction.function.ParametricFunction;
import org.plateau.prediction.function.Source;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "functions",
        description = "Lists the parametric functions of learning curves, or explains one.",
        footer = {"", "Example:", "  plateau functions weibull"})
final class FunctionsCommand implements Callable<Integer> {
    @Parameters(
            arity = "0..1",
            paramLabel = "NAME",
            description = "The function to explain; all are listed if left out.")
    private Optional<String> name = Optional.empty();

    @Option(names = "--format", paramLabel = "F", description = "table (the default), json or csv.")
    private Rows.Format format = Rows.Format.TABLE;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        if (name.isEmpty()) {
            Rows rows = new Rows(List.of("function", "formula", "parameters", "source"));
            FunctionIndex.standard()
                    .all()
                    .forEach(function -> rows.add(List.of(
                            function.name(),
                            function.formula(),
                            function.parameters().stream().map(Parameter::name).collect(Collectors.joining(" ")),
                            sources(function))));
            out.print(rows.text(format));
        } else {
            out.print(explain(named(name.get())));
        }
        out.flush();
        return 0;
    }

    private ParametricFunction named(String wanted) {
        try {
            return FunctionIndex.standard().named(wanted);
        } catch (UnknownNameException e) {
            throw new CommandLine.ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
        }
    }

    private static String sources(ParametricFunction function) {
        return function.entry().sources().stream().map(Source::text).collect(Collectors.joining("; "));
    }

    private String explain(ParametricFunction function) {
        Rows rows = new Rows(List.of("parameter", "meaning", "from", "to", "start"));
        function.parameters()
                .forEach(parameter -> rows.add(List.of(
                        parameter.name(),
                        parameter.meaning(),
                        parameter.lower(),
                        parameter.upper(),
                        parameter.start())));
        if (format != Rows.Format.TABLE) {
            return rows.text(format);
        }
        return "%s: %s%n%s%n%n%s".formatted(function.name(), function.formula(), sources(function), rows.text(format));
    }
}
