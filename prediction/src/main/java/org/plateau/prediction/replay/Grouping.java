package org.plateau.prediction.replay;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.plateau.core.fitness.FitnessMeasure;
import org.plateau.core.fitness.LearningCurve;

/**
 * Sorts recorded trainings into groups that can be replayed.
 *
 * <p>A group is a source, a dataset and a series measured on validation or test data. Its horizon is the one that the
 * source states, else the last epoch that most of its trainings have, those apart that ended as no number; of equally
 * common ones it is the larger. What ends earlier tells no
 * truth; what goes on longer is cut there, and the last value up to the horizon is its truth. Where that last value is no
 * number, the training diverged.
 */
public final class Grouping {
    private static final Pattern NUMBERED = Pattern.compile("(.*_arch)(\\d{1,9})");

    private record Key(String source, String dataset, String metric) {}

    private Grouping() {}

    /** The groups in the order in which they first appear; trainings numbered {@code …_archN} come by their number. */
    public static List<ReplayGroup> of(List<RecordedTraining> recorded) {
        Map<Key, List<RecordedTraining>> groups = new LinkedHashMap<>();
        for (RecordedTraining training : inOrder(recorded)) {
            for (Map.Entry<String, LearningCurve> series : training.series().entrySet()) {
                if (isTarget(series.getKey()) && !series.getValue().isEmpty()) {
                    groups.computeIfAbsent(
                                    new Key(training.source(), training.dataset(), series.getKey()),
                                    unused -> new ArrayList<>())
                            .add(training);
                }
            }
        }
        return groups.entrySet().stream()
                .map(group -> group(group.getKey(), group.getValue()))
                .toList();
    }

    /** What was measured on other data than those trained on, but for what the measuring cost. */
    private static boolean isTarget(String series) {
        return (series.startsWith("val_") || series.startsWith("test_")) && !series.matches(".*_(seconds|joules)");
    }

    /** Whether a series may be looked at beside the fitness: anything but what was measured on test data. */
    private static boolean isCompanion(String series, String metric) {
        return !series.equals(metric) && !series.startsWith("test_");
    }

    private static List<RecordedTraining> inOrder(List<RecordedTraining> recorded) {
        Map<String, Integer> runs = new LinkedHashMap<>();
        record Placed(RecordedTraining training, int run, int number) {}
        List<Placed> placed = new ArrayList<>(recorded.size());
        for (RecordedTraining training : recorded) {
            Matcher numbered = NUMBERED.matcher(training.id());
            boolean found = numbered.matches();
            String run = found ? numbered.group(1) : training.id();
            int place = runs.computeIfAbsent(run, unused -> runs.size());
            placed.add(new Placed(training, place, found ? Integer.parseInt(numbered.group(2)) : 0));
        }
        return placed.stream()
                .sorted(Comparator.comparingInt(Placed::run).thenComparingInt(Placed::number))
                .map(Placed::training)
                .toList();
    }

    private static ReplayGroup group(Key key, List<RecordedTraining> trainings) {
        double horizon = horizon(key.metric, trainings);
        List<LearningCurve> curves = trainings.stream()
                .map(training -> curve(training, key.metric).upTo(horizon))
                .toList();
        double[] values = curves.stream()
                .flatMapToDouble(curve -> Arrays.stream(curve.values()))
                .toArray();
        double[] finals = curves.stream()
                .filter(curve -> !curve.isEmpty())
                .mapToDouble(LearningCurve::lastValue)
                .toArray();
        PointsConversion conversion = PointsConversion.of(key.source, FitnessMeasure.named(key.metric), values, finals);
        List<ReplayTraining> replayed = new ArrayList<>();
        for (int i = 0; i < trainings.size(); i++) {
            RecordedTraining training = trainings.get(i);
            LearningCurve curve = curves.get(i);
            boolean whole = curve(training, key.metric).lastEpoch() >= horizon;
            if (curve.isEmpty() || (!whole && Double.isFinite(curve.lastValue()))) {
                continue;
            }
            LearningCurve fitness = conversion.convert(curve);
            boolean diverged = Double.isNaN(fitness.lastValue());
            Map<String, LearningCurve> companions = training.series().entrySet().stream()
                    .filter(series -> isCompanion(series.getKey(), key.metric))
                    .collect(Collectors.toMap(
                            Map.Entry::getKey, series -> series.getValue().upTo(fitness.lastEpoch())));
            replayed.add(new ReplayTraining(
                    training.id(),
                    training.dataset(),
                    fitness,
                    companions,
                    training.features(),
                    diverged ? ReplayGroup.WORST : fitness.lastValue(),
                    diverged));
        }
        return new ReplayGroup(
                key.source, key.dataset, conversion.measure(), horizon, replayed, trainings.size() - replayed.size());
    }

    private static LearningCurve curve(RecordedTraining training, String metric) {
        return training.series().getOrDefault(metric, LearningCurve.empty());
    }

    private static double horizon(String metric, List<RecordedTraining> trainings) {
        double[] stated = trainings.stream()
                .flatMapToDouble(training -> training.horizon().stream())
                .toArray();
        if (stated.length > 0) {
            return mostCommon(stated);
        }
        List<LearningCurve> curves =
                trainings.stream().map(training -> curve(training, metric)).toList();
        double[] finite = curves.stream()
                .filter(curve -> Double.isFinite(curve.lastValue()))
                .mapToDouble(LearningCurve::lastEpoch)
                .toArray();
        return mostCommon(
                finite.length > 0
                        ? finite
                        : curves.stream().mapToDouble(LearningCurve::lastEpoch).toArray());
    }

    /** The value that occurs most often, the larger of equals. */
    private static double mostCommon(double[] values) {
        Map<Double, Integer> counts = new TreeMap<>();
        for (double value : values) {
            counts.merge(value, 1, Integer::sum);
        }
        return counts.entrySet().stream()
                .max(Map.Entry.<Double, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .orElse(0.0);
    }
}
