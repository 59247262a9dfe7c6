package org.plateau.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
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
    private Set<String> ids = Set.of();
    /** What all trainings learn from that are not among the finished ones, by the name of the fitness. */
    private final Map<String, History> histories = new TreeMap<>();

    private Consumer<String> problems = problem -> {};

    /** @param told of every fault */
    void read(Consumer<String> told) {
        problems = told;
        read = files.stream()
                .flatMap(file -> CurveReading.read(file, problems).stream())
                .toList();
        ids = read.stream().map(RecordedTraining::id).collect(Collectors.toSet());
    }

    /**
     * What is known when a training is looked at: all others.
     *
     * @param training its id, which is left out
     * @param fitness that is predicted
     * @param horizon of the prediction; what was measured later is cut off
     */
    History without(String training, FitnessMeasure fitness, double horizon) {
        History all = histories.computeIfAbsent(fitness.name(), unused -> {
            List<FinishedTraining> finished = read.stream()
                    .map(one -> finished(one, fitness, horizon))
                    .filter(FinishedTraining::complete)
                    .toList();
            if (finished.isEmpty() && !read.isEmpty()) {
                problems.accept(
                        "--history: none of its %d trainings has %s up to epoch %s, so there is nothing to learn"
                                .formatted(read.size(), fitness.name(), horizon));
            }
            return new History(finished.size(), finished);
        });
        return ids.contains(training) ? all.without(training) : all;
    }

    private static FinishedTraining finished(RecordedTraining training, FitnessMeasure fitness, double horizon) {
        Map<String, LearningCurve> series = new TreeMap<>();
        training.series().forEach((name, curve) -> series.put(name, curve.upTo(horizon)));
        LearningCurve whole = training.series().getOrDefault(fitness.name(), LearningCurve.empty());
        boolean complete = !whole.isEmpty() && whole.lastEpoch() >= horizon;
        return new FinishedTraining(training.id(), training.dataset(), series, complete, training.features());
    }
}
