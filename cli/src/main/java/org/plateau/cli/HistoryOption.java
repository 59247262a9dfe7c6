package org.plateau.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.plateau.core.fitness.FitnessMeasure;
import org.plateau.core.fitness.LearningCurve;
import org.plateau.prediction.FinishedTraining;
import org.plateau.prediction.History;
import org.plateau.prediction.replay.RecordedTraining;
import picocli.CommandLine.Option;

/** The option {@code --history}: finished trainings that forecasts learn from. */
final class HistoryOption {
    @Option(
            names = "--history",
            paramLabel = "FILE",
            description = {
                "Finished trainings to learn from: curve files or a commons; may be given",
                "several times. Those that were trained to the horizon count."
            })
    private List<Path> files = new ArrayList<>();

    private List<RecordedTraining> read = List.of();
    private final Map<String, History> histories = new TreeMap<>();

    /** @param problems told of every fault */
    void read(Consumer<String> problems) {
        read = files.stream()
                .flatMap(file -> CurveReading.read(file, problems).stream())
                .toList();
    }

    /**
     * What is known when a training is looked at: all others.
     *
     * @param training its id, which is left out
     * @param fitness that is predicted
     * @param horizon of the prediction; what was measured later is cut off
     */
    History without(String training, FitnessMeasure fitness, double horizon) {
        boolean known = read.stream().anyMatch(one -> one.id().equals(training));
        String key = fitness.name() + (known ? " " + training : "");
        return histories.computeIfAbsent(key, unused -> {
            List<FinishedTraining> finished = read.stream()
                    .filter(one -> !one.id().equals(training))
                    .map(one -> finished(one, fitness, horizon))
                    .filter(FinishedTraining::complete)
                    .toList();
            return new History(finished.size(), finished);
        });
    }

    private static FinishedTraining finished(RecordedTraining training, FitnessMeasure fitness, double horizon) {
        Map<String, LearningCurve> series = new TreeMap<>();
        training.series().forEach((name, curve) -> series.put(name, curve.upTo(horizon)));
        LearningCurve whole = training.series().getOrDefault(fitness.name(), LearningCurve.empty());
        boolean complete = !whole.isEmpty() && whole.lastEpoch() >= horizon;
        return new FinishedTraining(training.id(), training.dataset(), series, complete, training.features());
    }
}
