package org.plateau.prediction.shape;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.plateau.core.fitness.FitnessMeasure;
import org.plateau.core.fitness.LearningCurve;
import org.plateau.prediction.Observation;
import org.plateau.prediction.PointScale;

/** Whether a training has stayed where guessing is, in every series that would tell. */
public final class Standstill {
    private static final int THIRDS = 3;

    private Standstill() {}

    /**
     * What shows that a training learns, empty where nothing does.
     *
     * <p>The fitness does if one of its values is more than its reach better than guessing, or if the median of its last
     * third is more than half the margin better than that of its first (for a trend can hide in noise), or if it is in the
     * better half of its range, where guessing is not known. So does a training series that has moved by more than the
     * margin, whatever the validation says. A fitness with values that are no numbers does not stand still.
     *
     * @param margin least reach, in points; see {@link CurveShapes} for what guessing and reach are
     * @return the name of a series
     */
    public static Optional<String> broken(Observation observation, double margin) {
        boolean numbers = Arrays.stream(observation.curve().values()).allMatch(Double::isFinite);
        return !numbers || moved(new Gains(observation, margin), margin)
                ? Optional.of(observation.fitness().name())
                : movingTrainingSeries(observation, margin);
    }

    static boolean moved(Gains gains, double margin) {
        int third = gains.size() / THIRDS;
        return learned(gains, margin) || (third > 0 && rise(gains, third) > trend(gains, third, margin));
    }

    /** Whether the fitness is better than guessing: by far once, or by a little for long and with a trend. */
    static boolean learned(Gains gains, double margin) {
        int n = gains.size();
        int third = n / THIRDS;
        if (n > 0 && (gains.largest() > gains.reach() || !gains.low(gains.median(0, n)))) {
            return true;
        }
        return third > 0 && Math.min(rise(gains, third), gains.median(n - third, n)) > trend(gains, third, margin);
    }

    private static double rise(Gains gains, int third) {
        return gains.median(gains.size() - third, gains.size()) - gains.median(0, third);
    }

    /** Three deviations of the difference of two medians, σ·√(π/2)·√(2/k), and half the margin at least. */
    private static double trend(Gains gains, int third, double margin) {
        return Math.max(margin / 2, 3 * gains.noise() * Math.sqrt(Math.PI / third));
    }

    static Optional<String> movingTrainingSeries(Observation observation, double margin) {
        return observation.series().entrySet().stream()
                .filter(entry -> isTraining(entry.getKey(), observation))
                .filter(entry -> spread(entry.getValue())
                        > margin * PointScale.point(FitnessMeasure.named(entry.getKey()), entry.getValue()))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /** Whether a series was measured on training data, and does not say what that cost. */
    static boolean isTraining(String series, Observation observation) {
        return series.startsWith("train_")
                && !series.equals(observation.fitness().name())
                && !series.matches(".*_(seconds|joules)");
    }

    /** Largest minus smallest value, NaN where one is no number. */
    private static double spread(LearningCurve curve) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (double value : curve.values()) {
            low = Math.min(low, value);
            high = Math.max(high, value);
        }
        return high - low;
    }
}
