package org.plateau.prediction.history;

import java.util.List;
import java.util.Map;
import org.plateau.core.fitness.FitnessMeasure;
import org.plateau.core.fitness.LearningCurve;

/**
 * A training as it was after some epochs.
 *
 * @param anchors simple forecasts of its final fitness in the measure's unit, in the order of {@link #ANCHORS}
 * @param columns the groups of columns that processes learn from: fitness, companions, architecture
 * @param beginning best-so-far fitness, in the measure's unit, for comparison with other beginnings
 */
@SuppressWarnings("ArrayRecordComponent") // Read by the regressions that it is made for, compared never.
record Snapshot(double[] anchors, List<double[]> columns, double[] beginning) {
    /** The simple forecasts. */
    static final List<String> ANCHORS = List.of("last", "best", "recent", "top", "curve");

    /** Forecasts a curve's final fitness from nothing but the curve. */
    interface CurveForecast {
        /** In the measure's unit; not finite where nothing can be said. */
        double of(LearningCurve curve);
    }

    /**
     * The training up to an epoch.
     *
     * @param series measured, by name
     * @param features of the network, by name
     * @param shape which columns are wanted
     * @param epoch what was measured later is not looked at
     * @param forecast of the fitness curve
     */
    static Snapshot of(
            Map<String, LearningCurve> series,
            Map<String, Double> features,
            SnapshotShape shape,
            double epoch,
            CurveForecast forecast) {
        FitnessMeasure fitness = shape.fitness();
        LearningCurve curve =
                series.getOrDefault(fitness.name(), LearningCurve.empty()).upTo(epoch);
        Levels levels = Levels.of(curve, fitness.direction());
        double predicted = forecast.of(curve);
        double[] anchors = {
            levels.last(),
            levels.best(),
            levels.recent(),
            levels.top(),
            Double.isFinite(predicted) ? predicted : levels.best()
        };
        LogDistance distance = LogDistance.of(fitness);
        double[] fitnessColumns = new double[anchors.length + 2];
        for (int i = 0; i < anchors.length; i++) {
            fitnessColumns[i] = distance.of(anchors[i]);
        }
        fitnessColumns[anchors.length] = distance.of(levels.early());
        fitnessColumns[anchors.length + 1] = distance.of(levels.half());
        return new Snapshot(
                anchors,
                List.of(fitnessColumns, companions(series, shape, epoch), architecture(features, shape)),
                beginning(curve, fitness));
    }

    /** Whether any value of the fitness was a number by then. */
    boolean measured() {
        return Double.isFinite(anchors[0]);
    }

    private static double[] companions(Map<String, LearningCurve> series, SnapshotShape shape, double epoch) {
        double[] columns =
                new double[(shape.early() ? 3 : 2) * shape.companions().size()];
        int next = 0;
        for (FitnessMeasure companion : shape.companions()) {
            LearningCurve curve =
                    series.getOrDefault(companion.name(), LearningCurve.empty()).upTo(epoch);
            Levels levels = Levels.of(curve, companion.direction());
            LogDistance distance = LogDistance.of(companion);
            columns[next++] = distance.of(levels.last());
            columns[next++] = distance.of(levels.recent());
            if (shape.early()) {
                columns[next++] = distance.of(levels.half());
            }
        }
        return columns;
    }

    /** Features as logarithms of their size, since most are counts and costs. */
    private static double[] architecture(Map<String, Double> features, SnapshotShape shape) {
        return shape.features().stream()
                .mapToDouble(name -> features.getOrDefault(name, Double.NaN))
                .map(value -> Math.signum(value) * Math.log1p(Math.abs(value)))
                .toArray();
    }

    private static double[] beginning(LearningCurve curve, FitnessMeasure fitness) {
        double[] best = curve.values();
        for (int i = 1; i < best.length; i++) {
            best[i] = fitness.direction().best(best[i - 1], best[i]);
        }
        return best;
    }
}
