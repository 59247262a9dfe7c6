package org.plateau.prediction.shape;

import java.util.Map;
import java.util.Optional;
import org.plateau.core.fitness.Direction;
import org.plateau.core.fitness.FitnessMeasure;
import org.plateau.core.fitness.LearningCurve;
import org.plateau.prediction.Observation;
import org.plateau.prediction.Sentence;

/**
 * Finds curves that learned up to a best value and have slowly got worse since.
 *
 * <p>The curve is averaged over windows of k measurements, a tenth of all and at least three. From the best window on, at
 * least k measurements later, the averages must have fallen by more than the margin and by more than 4σ/√k, and gradually:
 * neither by less than a fifth of that nor by more than all of it half-way. Where series of the training data exist,
 * one of them must have got better since.
 */
final class Overfit {
    private static final int LEAST = 3;
    private static final int PARTS = 10;
    private static final double DEVIATIONS = 4;
    private static final double EARLY = 0.2;
    private static final double LATE = 1.1;

    private Overfit() {}

    static Optional<String> of(Gains gains, Observation observation, double margin) {
        int n = gains.size();
        int k = Math.max(LEAST, n / PARTS);
        if (n < 3 * k) {
            return Optional.empty();
        }
        int best = 0;
        double[] averages = averages(gains, k);
        for (int i = 1; i < averages.length; i++) {
            best = averages[i] > averages[best] ? i : best;
        }
        int last = averages.length - 1;
        double fallen = averages[best] - averages[last];
        double halfWay = averages[best] - averages[(best + last + 1) / 2];
        boolean falls = averages[best] > gains.reach()
                && last - best >= k
                && fallen > Math.max(margin, DEVIATIONS * gains.noise() / Math.sqrt(k))
                && halfWay >= EARLY * fallen
                && halfWay <= LATE * fallen;
        double peak = gains.epoch(best + k / 2);
        return falls && trainingGoesOn(observation, peak)
                ? Optional.of("It was best at epoch %s and has lost %s points since"
                        .formatted(Sentence.number(peak), Sentence.number(fallen)))
                : Optional.empty();
    }

    private static double[] averages(Gains gains, int k) {
        double[] averages = new double[gains.size() - k + 1];
        double sum = 0;
        for (int i = 0; i < gains.size(); i++) {
            sum += gains.value(i) - (i >= k ? gains.value(i - k) : 0);
            if (i >= k - 1) {
                averages[i - k + 1] = sum / k;
            }
        }
        return averages;
    }

    private static boolean trainingGoesOn(Observation observation, double peak) {
        boolean any = false;
        for (Map.Entry<String, LearningCurve> series : observation.series().entrySet()) {
            LearningCurve curve = series.getValue();
            if (!Standstill.isTraining(series.getKey(), observation) || curve.isEmpty()) {
                continue;
            }
            any = true;
            LearningCurve before = curve.upTo(peak);
            Direction direction = FitnessMeasure.named(series.getKey()).direction();
            if (!before.isEmpty() && direction.better(curve.lastValue(), before.lastValue())) {
                return true;
            }
        }
        return !any;
    }
}
