package org.plateau.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.plateau.cli.output.EvaluationOutput;
import org.plateau.cli.output.Rows;
import org.plateau.prediction.UnknownNameException;
import org.plateau.prediction.function.FunctionIndex;
import org.plateau.prediction.replay.Evaluation;
import org.plateau.prediction.replay.Grouping;
import org.plateau.prediction.replay.RecordedTraining;
import org.plateau.prediction.replay.ReplayGroup;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "evaluate",
        description = "Replays rules over finished trainings: what they save, and what they get wrong.",
        footer = {"", "Example:", "  plateau evaluate curves.csv.gz --rules plateau,penguin,last"})
final class EvaluateCommand implements Callable<Integer> {
    @Parameters(arity = "1..*", paramLabel = "FILE", description = "Files of learning curves.")
    private List<Path> files = List.of();

    @Option(names = "--rules", split = ",", paramLabel = "R", description = "Only these rows; all if left out.")
    private List<String> rules = List.of();

    @Option(names = "--at", split = ",", paramLabel = "S", description = "Forecasts at these shares of the epochs.")
    private List<Double> shares = List.of();

    @Option(names = "--first", paramLabel = "N", description = "With --at: so many trainings are history only.")
    private Optional<Integer> first = Optional.empty();

    @Option(names = "--tolerance", split = ",", paramLabel = "T", description = "Further rows plateau@T.")
    private List<Double> tolerances = List.of();

    @Option(names = "--metric", paramLabel = "M", description = "Only this measure, such as val_accuracy.")
    private Optional<String> metric = Optional.empty();

    @Option(names = "--curves", paramLabel = "REGEX", description = "Only trainings in whose id this is found.")
    private Optional<String> curves = Optional.empty();

    @Option(names = "--slots", paramLabel = "N", description = "Trainings at the same time; 1 if left out.")
    private int slots = 1;

    @Option(names = "--format", paramLabel = "F", description = "table (the default), json or csv.")
    private Rows.Format format = Rows.Format.TABLE;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    private boolean faulty;

    @Override
    public Integer call() {
        List<RecordedTraining> trainings = new ArrayList<>();
        files.forEach(file -> trainings.addAll(CurveReading.read(file, this::complain)));
        curves.map(java.util.regex.Pattern::compile)
                .ifPresent(pattern -> trainings.removeIf(
                        training -> !pattern.matcher(training.id()).find()));
        List<ReplayGroup> groups = Grouping.of(trainings).stream()
                .filter(group -> metric.isEmpty() || group.metric().equals(metric.get()))
                .toList();
        Evaluation evaluation = new Evaluation(
                groups,
                FunctionIndex.standard().all(),
                rules,
                Evaluation.standardExploration(),
                System::nanoTime,
                row -> {});
        try {
            Rows rows = shares.isEmpty()
                    ? EvaluationOutput.rows(evaluation.rows(tolerances, slots))
                    : EvaluationOutput.shares(evaluation.shares(shares, first));
            PrintWriter out = spec.commandLine().getOut();
            out.print(rows.text(format));
            out.flush();
        } catch (UnknownNameException e) {
            throw new CommandLine.ParameterException(spec.commandLine(), "--rules: " + e.getMessage(), e);
        }
        return faulty ? Failures.FAILED : 0;
    }

    private void complain(String problem) {
        faulty = true;
        spec.commandLine().getErr().println("plateau: " + problem);
        spec.commandLine().getErr().flush();
    }
}
