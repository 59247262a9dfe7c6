package org.plateau.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.plateau.cli.output.Rows;
import org.plateau.core.fitness.Fitness;
import org.plateau.core.fitness.FitnessMeasure;
import org.plateau.core.fitness.LearningCurve;
import org.plateau.formats.curves.CurveFile;
import org.plateau.formats.curves.CurveFileException;
import org.plateau.formats.curves.RecordedCurves;
import org.plateau.prediction.Engines;
import org.plateau.prediction.FinishedTraining;
import org.plateau.prediction.Forecast;
import org.plateau.prediction.Observation;
import org.plateau.prediction.Peers;
import org.plateau.prediction.Prediction;
import org.plateau.prediction.PredictionSettings;
import org.plateau.prediction.Replay;
import org.plateau.prediction.UnknownNameException;
import org.plateau.prediction.Verdict;
import org.plateau.prediction.function.WrittenFunction;
import org.plateau.prediction.shape.CurveShapes;
import org.plateau.prediction.shape.ShapeFinding;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "predict",
        description = "Tells where recorded trainings would have been stopped, and with what forecast.",
        footer = {
            "",
            "Shows each learning curve to the prediction engine epoch by epoch up to the",
            "horizon, and reports the first stop; what was recorded later is the truth.",
            "With --no-replay the curves are taken for unfinished ones: what will each be",
            "worth at the horizon, after all that was recorded?",
            "",
            "The shape is the kind of curve that was seen until then: learning, delayed,",
            "never-learns, diverged, collapsed, overfitting, noisy, stepped, or unknown.",
            "",
            "With --history, finished trainings say how others have gone on from where a",
            "curve is; a training never learns from itself.",
            "",
            "Reads curve CSV (source,curve_id,dataset,architecture,metric,epoch,value;",
            "plain or gzip), A4NN's CSV and PENGUIN's text files. What is wrong in a file is",
            "told, and the rest is evaluated.",
            "",
            "Example:",
            "  plateau predict curves.csv --horizon 25 --preset a4nn"
        })
final class PredictCommand implements Callable<Integer> {
    @Parameters(arity = "1..*", paramLabel = "FILE", description = "Files of learning curves.")
    private List<Path> files = List.of();

    @Option(names = "--horizon", required = true, paramLabel = "H", description = "The epoch that is predicted.")
    private double horizon;

    @Option(
            names = "--no-replay",
            description = "Forecast from the whole of each curve, which must end before the horizon.")
    private boolean unfinished;

    @Option(names = "--preset", paramLabel = "P", description = "plateau (the default), penguin, a4nn or none.")
    private String preset = Engines.PLATEAU;

    @Option(
            names = "--measure",
            paramLabel = "M",
            description = "The series; the first of val_accuracy, test_accuracy, val_loss and others if left out.")
    private Optional<String> measure = Optional.empty();

    @Option(names = "--format", paramLabel = "F", description = "table (the default), json or csv.")
    private Rows.Format format = Rows.Format.TABLE;

    @Mixin
    private HistoryOption history = new HistoryOption();

    @Mixin
    private FunctionsOption own = new FunctionsOption();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    private boolean faulty;

    @Override
    public Integer call() {
        Prediction prediction = prediction();
        history.read(this::complain);
        Rows rows = new Rows(
                List.of("file", "curve", "measure", "stopped", "forecast", "truth", "error", "shape", "rule", "reason"),
                List.of("curve", "measure", "stopped", "forecast", "truth", "error", "shape", "reason"));
        for (Path file : files) {
            read(file).forEach(training -> add(rows, file, training, prediction));
        }
        PrintWriter out = spec.commandLine().getOut();
        out.print(rows.text(format));
        out.flush();
        return faulty ? Failures.FAILED : 0;
    }

    private Prediction prediction() {
        if (!(horizon > 0) || Double.isInfinite(horizon)) {
            throw new CommandLine.ParameterException(
                    spec.commandLine(), "--horizon must be an epoch > 0, but was " + horizon);
        }
        try {
            measure.ifPresent(FitnessMeasure::named);
            PredictionSettings settings = PredictionSettings.preset(preset);
            List<WrittenFunction> functions = own.functions();
            if (!functions.isEmpty() && !preset.equals(Engines.PLATEAU)) {
                throw new CommandLine.ParameterException(
                        spec.commandLine(), "--functions: the preset %s has its own function".formatted(preset));
            }
            return Prediction.of(settings.with(functions));
        } catch (UnknownNameException e) {
            throw new CommandLine.ParameterException(spec.commandLine(), "--preset: " + e.getMessage(), e);
        } catch (IllegalArgumentException e) {
            throw new CommandLine.ParameterException(spec.commandLine(), "--measure: " + e.getMessage(), e);
        }
    }

    private List<RecordedCurves> read(Path file) {
        try {
            return CurveFile.read(file, problem -> complain(String.valueOf(problem.getMessage())));
        } catch (CurveFileException e) {
            complain(String.valueOf(e.getMessage()));
            return List.of();
        }
    }

    private void add(Rows rows, Path file, RecordedCurves training, Prediction prediction) {
        Optional<String> series =
                measure.or(() -> Series.fitness(training.series())).filter(training.series()::containsKey);
        if (series.isEmpty()) {
            complain("%s: %s has no %s, but %s"
                    .formatted(
                            file,
                            training.id(),
                            measure.orElse("series measured on validation or test data"),
                            String.join(", ", training.series().keySet())));
            return;
        }
        double lastEpoch = training.curve(series.get()).lastEpoch();
        if (unfinished && lastEpoch >= horizon) {
            complain("%s, line %d: %s was measured up to epoch %s, expected a --horizon after it, but it is %s"
                    .formatted(file, training.lastLine(), training.id(), lastEpoch, horizon));
            return;
        }
        FitnessMeasure fitness = FitnessMeasure.named(series.get());
        Replay.Outcome outcome =
                unfinished ? now(training, fitness, prediction) : replayed(training, fitness, prediction);
        Optional<Verdict.Stop> stop = outcome.stop();
        double told = stop.flatMap(Verdict.Stop::fitness)
                .map(Fitness::value)
                .orElse(outcome.forecast().value());
        List<Object> cells = new ArrayList<>(List.of(String.valueOf(file.getFileName()), training.id(), series.get()));
        cells.add(stop.isPresent() ? outcome.epoch() : "never");
        cells.add(told);
        cells.add(outcome.truth().isPresent() ? outcome.truth().getAsDouble() : "");
        cells.add(outcome.truth().isPresent() ? Math.abs(told - outcome.truth().getAsDouble()) : "");
        cells.add(shape(training, fitness, outcome.epoch()).word());
        cells.add(stop.map(Verdict.Stop::rule).orElse(""));
        cells.add(stop.map(Verdict.Stop::reason).orElse(outcome.forecast().note()));
        rows.add(cells);
    }

    /** What kind of curve it was when it was stopped, or at its end. */
    private ShapeFinding shape(RecordedCurves training, FitnessMeasure fitness, double epoch) {
        Map<String, LearningCurve> seen = training.series().entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, series -> series.getValue().upTo(epoch)));
        return CurveShapes.standard().classify(new Observation(seen, fitness, horizon, Optional.empty(), Map.of()));
    }

    private Replay.Outcome replayed(RecordedCurves training, FitnessMeasure fitness, Prediction prediction) {
        FinishedTraining finished = new FinishedTraining(
                training.id(),
                training.dataset(),
                training.series(),
                false,
                ArchitectureFeatures.of(training.architecture()));
        return new Replay(prediction, fitness, horizon).of(finished, history.without(training.id(), fitness, horizon));
    }

    /** What is said after all that was recorded. */
    private Replay.Outcome now(RecordedCurves training, FitnessMeasure fitness, Prediction prediction) {
        Observation observation = new Observation(
                training.series(),
                fitness,
                horizon,
                Optional.empty(),
                ArchitectureFeatures.of(training.architecture()));
        Forecast forecast = prediction.forecast(observation, history.without(training.id(), fitness, horizon));
        Optional<Verdict.Stop> stop =
                prediction.judge(observation, forecast, Peers.none()) instanceof Verdict.Stop given
                        ? Optional.of(given)
                        : Optional.empty();
        return new Replay.Outcome(observation.epoch(), forecast, stop, OptionalDouble.empty());
    }

    private void complain(String problem) {
        faulty = true;
        spec.commandLine().getErr().println("plateau: " + problem);
        spec.commandLine().getErr().flush();
    }
}
