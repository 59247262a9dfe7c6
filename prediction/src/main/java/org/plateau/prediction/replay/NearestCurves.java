package org.plateau.prediction.replay;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.plateau.core.fitness.FitnessMeasure;
import org.plateau.core.fitness.LearningCurve;
import org.plateau.prediction.FinishedTraining;
import org.plateau.prediction.History;
import org.plateau.prediction.Observation;
import org.plateau.prediction.Quantiles;

/**
 * The best value so far and what finished trainings with the nearest beginnings still gained from there: their median.
 * Beginnings are compared as best-so-far curves, by the root of the mean squared difference at the epochs measured.
 *
 * @param neighbours how many, fewer where there are not so many
 */
record NearestCurves(int neighbours) implements ValuePrediction {
    private record Neighbour(double distance, double gain) {}

    @Override
    public double predict(Observation observation, History history) {
        FitnessMeasure fitness = observation.fitness();
        LearningCurve curve = observation.curve();
        double[] best = bestSoFar(curve, fitness);
        if (best.length == 0 || Double.isNaN(best[best.length - 1])) {
            return Double.NaN;
        }
        List<Neighbour> near = new ArrayList<>();
        for (FinishedTraining finished : history.trainings()) {
            LearningCurve other = finished.series().getOrDefault(fitness.name(), LearningCurve.empty());
            if (finished.complete() && !other.isEmpty()) {
                near.add(neighbour(curve, best, other, fitness));
            }
        }
        if (near.isEmpty()) {
            return Double.NaN;
        }
        double[] gains = near.stream()
                .sorted(Comparator.comparingDouble(Neighbour::distance))
                .limit(neighbours)
                .mapToDouble(Neighbour::gain)
                .toArray();
        double value = best[best.length - 1] + Quantiles.median(gains);
        return Math.min(fitness.upper(), Math.max(fitness.lower(), value));
    }

    private static Neighbour neighbour(
            LearningCurve curve, double[] best, LearningCurve other, FitnessMeasure fitness) {
        double squares = 0;
        int compared = 0;
        int next = 0;
        double otherBest = Double.NaN;
        for (int i = 0; i < best.length; i++) {
            while (next < other.size() && other.epoch(next) <= curve.epoch(i)) {
                otherBest = fitness.direction().best(otherBest, other.value(next++));
            }
            double difference = best[i] - otherBest;
            if (!Double.isNaN(difference)) {
                squares += difference * difference;
                compared++;
            }
        }
        return compared == 0
                ? new Neighbour(Double.POSITIVE_INFINITY, 0)
                : new Neighbour(Math.sqrt(squares / compared), other.lastValue() - otherBest);
    }

    private static double[] bestSoFar(LearningCurve curve, FitnessMeasure fitness) {
        double[] best = curve.values();
        for (int i = 1; i < best.length; i++) {
            best[i] = fitness.direction().best(best[i - 1], best[i]);
        }
        return best;
    }
}
