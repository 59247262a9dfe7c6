package org.plateau.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Collectors;
import org.plateau.cli.output.EvaluationDrawing;
import org.plateau.cli.output.EvaluationOutput;
import org.plateau.cli.output.ProgressLine;
import org.plateau.cli.output.Rows;
import org.plateau.prediction.UnknownNameException;
import org.plateau.prediction.function.ParametricFunction;
import org.plateau.prediction.replay.Evaluation;
import org.plateau.prediction.replay.Evaluation.RowResult;
import org.plateau.prediction.replay.FunctionEvidence;
import org.plateau.prediction.replay.FunctionNames;
import org.plateau.prediction.replay.Grouping;
import org.plateau.prediction.replay.RecordedTraining;
import org.plateau.prediction.replay.ReplayGroup;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "evaluate",
        description = "Replays rules over finished trainings: what they save, and what they get wrong.",
        footer = {
            "",
            "Trainings of one source, dataset and measure are met one by one, as a search",
            "would have met them, and each rule stops what it would have stopped. Values are",
            "brought to points from 0 to 100, larger is better. What ends before the usual",
            "last epoch tells no truth; it is left out and counted as excluded.",
            "",
            "With --at, predictors are asked when that share of the epochs has been seen,",
            "and all earlier trainings are finished.",
            "",
            "With --evidence, the functions of the index are compared on each kind of curve,",
            "as CSV: how many curves there were, how many each function forecast best at a",
            "quarter and half of the epochs, and its median error in points.",
            "",
            "The row plateau is the default of a search: it learns from finished trainings,",
            "from all series and from what the architecture's name tells. Two others see the",
            "fitness alone: plateau with history, and plateau without history, which learns",
            "from nobody.",
            "",
            "Reads curve CSV (source,curve_id,dataset,architecture,metric,epoch,value;",
            "plain or gzip), A4NN's CSV, PENGUIN's text files, and a commons (NAME.db). What",
            "is wrong in a file is told, and the rest is evaluated.",
            "",
            "Examples:",
            "  plateau evaluate curves.csv.gz",
            "  plateau evaluate curves.csv.gz --rules plateau,last --at 0.25,0.5"
        })
final class EvaluateCommand implements Callable<Integer> {
    /** How results are printed. */
    enum Format {
        TABLE,
        CSV,
        JSON,
        SVG
    }

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "Files of learning curves, or commons.")
    private List<Path> files = List.of();

    @Option(
            names = "--rules",
            split = ",",
            paramLabel = "R",
            description = "Only these rows, such as plateau,linear-2,last; all if left out.")
    private List<String> rules = List.of();

    @Option(
            names = "--at",
            split = ",",
            paramLabel = "S",
            description = "Forecasts at these shares of the epochs, such as 0.25,0.5, instead of searches.")
    private List<Double> shares = List.of();

    @Option(
            names = "--first",
            paramLabel = "N",
            description = "With --at: the first N trainings of a group are history only; 10 in groups of 20 and more"
                    + " if left out.")
    private Optional<Integer> first = Optional.empty();

    @Option(
            names = "--tolerance",
            split = ",",
            paramLabel = "T",
            description = "Further rows plateau@T: Plateau's preset with these tolerances, in points.")
    private List<Double> tolerances = List.of();

    @Option(names = "--metric", paramLabel = "M", description = "Only this measure, such as val_accuracy.")
    private Optional<String> metric = Optional.empty();

    @Option(
            names = "--curves",
            paramLabel = "REGEX",
            description = "Only trainings in whose id this is found, such as _full_.")
    private Optional<String> curves = Optional.empty();

    @Option(names = "--slots", paramLabel = "N", description = "Trainings at the same time; 1 if left out.")
    private int slots = 1;

    @Option(
            names = "--seed",
            paramLabel = "S",
            description =
                    "Draw the networks that linear and nearest train to the horizon by lot; every twentieth if left out.")
    private Optional<Long> seed = Optional.empty();

    @Option(
            names = "--evidence",
            description = "Print which function won on which kind of curve, as the table that plateau functions shows.")
    private boolean evidence;

    @Mixin
    private FunctionsOption own = new FunctionsOption();

    @Option(names = "--format", paramLabel = "F", description = "table (the default), csv, json or svg.")
    private Format format = Format.TABLE;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    private boolean faulty;
    private List<ParametricFunction> functions = List.of();

    @Override
    public Integer call() {
        check();
        functions = own.index().all();
        List<ReplayGroup> groups = groups();
        ProgressLine progress = ProgressLine.onStandardError();
        if (evidence) {
            return print(evidence(groups, progress));
        }
        AtomicInteger done = new AtomicInteger();
        Evaluation evaluation = new Evaluation(
                groups,
                functions,
                rules,
                seed.map(Evaluation::randomExploration).orElseGet(Evaluation::standardExploration),
                System::nanoTime,
                row -> progress.show("%d rows · %s".formatted(done.incrementAndGet(), row)));
        String text;
        try {
            text = shares.isEmpty() ? searches(evaluation) : forecasts(evaluation);
        } catch (UnknownNameException e) {
            throw wrong("--rules: " + e.getMessage());
        } finally {
            progress.clear();
        }
        return print(text);
    }

    private int print(String text) {
        PrintWriter out = spec.commandLine().getOut();
        out.print(text);
        out.flush();
        return faulty ? Failures.FAILED : 0;
    }

    private String evidence(List<ReplayGroup> groups, ProgressLine progress) {
        try {
            return new FunctionEvidence(functions, progress::show)
                    .of(FunctionEvidence.once(groups))
                    .csv();
        } finally {
            progress.clear();
        }
    }

    private void check() {
        for (double share : shares) {
            require(share > 0 && share < 1, "--at takes shares between 0 and 1", share);
        }
        for (double tolerance : tolerances) {
            require(tolerance > 0 && Double.isFinite(tolerance), "--tolerance takes numbers > 0", tolerance);
        }
        require(slots >= 1, "--slots must be at least 1", slots);
        require(first.orElse(0) >= 0, "--first must be at least 0", first.orElse(0));
        if (evidence && (!shares.isEmpty() || !rules.isEmpty() || !tolerances.isEmpty())) {
            throw wrong("--evidence compares functions; leave --at, --rules and --tolerance out");
        }
        if (evidence && format != Format.TABLE && format != Format.CSV) {
            throw wrong("--evidence prints CSV; leave --format out");
        }
        if (format == Format.SVG && !shares.isEmpty()) {
            throw wrong("--format svg draws searches; leave --at out");
        }
    }

    private void require(boolean right, String expected, Number found) {
        if (!right) {
            throw wrong("%s, but was %s".formatted(expected, found));
        }
    }

    private CommandLine.ParameterException wrong(String message) {
        return new CommandLine.ParameterException(spec.commandLine(), message);
    }

    private List<ReplayGroup> groups() {
        List<RecordedTraining> trainings = new ArrayList<>();
        Optional<Pattern> wanted = curves.map(this::pattern);
        for (Path file : files) {
            List<RecordedTraining> read = CurveReading.read(file, this::complain);
            if (!read.isEmpty() && Grouping.of(read).isEmpty()) {
                complain("%s has no series measured on validation or test data, expected val_ or test_ measures"
                        .formatted(file));
            }
            trainings.addAll(read);
        }
        wanted.ifPresent(pattern ->
                trainings.removeIf(training -> !pattern.matcher(training.id()).find()));
        List<ReplayGroup> all = Grouping.of(trainings);
        if (metric.isEmpty() || all.isEmpty()) {
            return all;
        }
        String name = metric.get().replaceFirst("^valid_", "val_");
        Set<String> known = all.stream().map(ReplayGroup::metric).collect(Collectors.toCollection(LinkedHashSet::new));
        if (!known.contains(name)) {
            throw wrong("--metric: " + new UnknownNameException("measure", name, known).getMessage());
        }
        return all.stream().filter(group -> group.metric().equals(name)).toList();
    }

    private Pattern pattern(String text) {
        try {
            return Pattern.compile(text);
        } catch (PatternSyntaxException e) {
            throw wrong("--curves is no regular expression: " + e.getMessage());
        }
    }

    private String searches(Evaluation evaluation) {
        List<RowResult> results = evaluation.rows(tolerances, slots);
        results.stream()
                .filter(result -> result.missing().isPresent())
                .collect(Collectors.groupingBy(
                        EvaluateCommand::missing,
                        LinkedHashMap::new,
                        Collectors.mapping(RowResult::row, Collectors.joining(", "))))
                .forEach((missing, rows) -> tell("No figures for %s %s".formatted(rows, missing)));
        if (format == Format.SVG) {
            return EvaluationDrawing.svg(
                    results, functions.stream().map(FunctionNames::of).collect(Collectors.toSet()));
        }
        return EvaluationOutput.searches(results, rowFormat());
    }

    private static String missing(RowResult result) {
        ReplayGroup group = result.group();
        return "on %s %s %s: %s"
                .formatted(
                        group.source(),
                        group.dataset(),
                        group.metric(),
                        result.missing().orElse(""));
    }

    private String forecasts(Evaluation evaluation) {
        return EvaluationOutput.shares(evaluation.shares(shares, first), rowFormat());
    }

    private Rows.Format rowFormat() {
        return switch (format) {
            case CSV -> Rows.Format.CSV;
            case JSON -> Rows.Format.JSON;
            default -> Rows.Format.TABLE;
        };
    }

    private void complain(String problem) {
        faulty = true;
        tell(problem);
    }

    private void tell(String message) {
        spec.commandLine().getErr().println("plateau: " + message);
        spec.commandLine().getErr().flush();
    }
}
