package org.plateau.formats.curves;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.plateau.core.fitness.FitnessMeasure;
import org.plateau.core.fitness.LearningCurve;

/** Gathers rows into trainings, in the order in which these first appear. A row is added to the selected training. */
final class CurveCollector {
    private record Key(String source, String id, String dataset, String architecture) {}

    private static final class Training {
        final Map<String, Points> series = new LinkedHashMap<>();
        boolean faulty;
        long lastLine;
    }

    private static final class Points {
        double[] epochs = new double[16];
        double[] values = new double[16];
        int size;
    }

    private final Map<Key, Training> trainings = new LinkedHashMap<>();
    private final Set<String> unknownMeasures = new HashSet<>();
    private @Nullable Key key;
    private @Nullable Training selected;
    private @Nullable Row row;

    /** Makes the row's training the selected one. */
    void select(Row next, String source, String id, String dataset, String architecture) {
        row = next;
        Key nextKey = new Key(source, id, dataset, architecture);
        if (!nextKey.equals(key)) {
            selectNothing();
            if (id.isEmpty()) {
                throw new CurveFileException(next.file(), next.line(), "the id of the curve is empty, expected a name");
            }
            key = nextKey;
            selected = trainings.computeIfAbsent(nextKey, unused -> new Training());
        }
    }

    boolean nothingSelected() {
        return selected == null;
    }

    /** A row that nobody knows the training of must not be blamed on the one before it. */
    void selectNothing() {
        key = null;
        selected = null;
    }

    /** The row belongs to the training that is selected. */
    void selectAgain(Row next) {
        row = next;
    }

    /**
     * One more point of the selected training; nothing where that is discarded already, or the measure is unknown and was
     * told to be.
     *
     * @param epochColumn column that the epoch was read from
     * @param epoch epochs completed
     * @param valueColumn column to read the value from
     */
    void add(String metric, String epochColumn, double epoch, String valueColumn) {
        if (selected == null || row == null) {
            throw new IllegalStateException("No training is selected");
        }
        if (selected.faulty || unknownMeasures.contains(metric)) {
            return;
        }
        double value = row.number(valueColumn);
        requirePossible(row, metric, valueColumn, value);
        Points points = selected.series.computeIfAbsent(metric, unused -> new Points());
        String where = metric + " of " + (key == null ? "" : key.id());
        if (!(epoch >= 0) || Double.isInfinite(epoch)) {
            throw row.wrong(epochColumn, Double.toString(epoch), "a finite number ≥ 0 for " + where);
        }
        if (points.size > 0 && epoch <= points.epochs[points.size - 1]) {
            double last = points.epochs[points.size - 1];
            String kind = epoch == last ? "repeated" : "out of order";
            throw row.wrong(
                    epochColumn, Double.toString(epoch), "more than %s (%s for %s)".formatted(last, kind, where));
        }
        if (points.size == points.epochs.length) {
            points.epochs = Arrays.copyOf(points.epochs, 2 * points.size);
            points.values = Arrays.copyOf(points.values, 2 * points.size);
        }
        points.epochs[points.size] = epoch;
        points.values[points.size++] = value;
        selected.lastLine = row.line();
    }

    private void requirePossible(Row where, String metric, String column, double value) {
        Optional<FitnessMeasure> measure = RecordedMeasures.named(metric);
        if (measure.isEmpty()) {
            unknownMeasures.add(metric);
            throw new UnknownMeasureException(where, metric);
        }
        // What is no finite number means what it says.
        if (Double.isFinite(value) && !measure.get().contains(value)) {
            throw where.wrong(
                    column,
                    Double.toString(value),
                    "a %s in [%s, %s], or nan or inf"
                            .formatted(
                                    metric, measure.get().lower(), measure.get().upper()));
        }
    }

    /** The selected training is left out of the result. */
    void discardSelected() {
        if (selected != null) {
            selected.faulty = true;
        }
    }

    List<RecordedCurves> result() {
        List<RecordedCurves> result = new ArrayList<>(trainings.size());
        trainings.forEach((name, training) -> {
            if (!training.faulty && !training.series.isEmpty()) {
                Map<String, LearningCurve> series = new LinkedHashMap<>();
                training.series.forEach((metric, points) -> series.put(
                        metric,
                        LearningCurve.of(
                                Arrays.copyOf(points.epochs, points.size), Arrays.copyOf(points.values, points.size))));
                result.add(new RecordedCurves(
                        name.source, name.id, name.dataset, name.architecture, series, training.lastLine));
            }
        });
        return result;
    }
}
