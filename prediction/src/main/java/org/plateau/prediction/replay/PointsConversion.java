package org.plateau.prediction.replay;

import java.util.Arrays;
import java.util.Locale;
import java.util.function.DoubleUnaryOperator;
import org.plateau.core.fitness.Direction;
import org.plateau.core.fitness.FitnessMeasure;
import org.plateau.core.fitness.LearningCurve;
import org.plateau.prediction.Quantiles;

/**
 * Brings the values of a group to points: 100 is the best, larger is better, and a difference of one point means about
 * the same for every measure.
 *
 * <p>Shares and percentages become percent, errors are subtracted from 100, a word error rate w is 100·(1 − w). A
 * TaskSet loss l is 100·e^(−l), a NAS-Bench-NLP loss 100·(1 − l / ln 33,278), where 33,278 is its vocabulary. All of
 * these are kept between 0 and 100. Any other measure is laid linearly between the 5th and the 95th percentile of the
 * group's final values and has no bounds. Values that are no numbers stay so.
 *
 * @param measure in points
 * @param points of a finite value
 */
record PointsConversion(FitnessMeasure measure, DoubleUnaryOperator points) {
    private static final double VOCABULARY = 33_278;

    /**
     * @param source of the group
     * @param recorded the measure as it was recorded
     * @param values all that were recorded in the group
     * @param finals the last value of each training
     */
    static PointsConversion of(String source, FitnessMeasure recorded, double[] values, double[] finals) {
        String kind = recorded.name().replaceFirst("^(train|val|test)_", "");
        boolean share = Arrays.stream(values).filter(Double::isFinite).allMatch(v -> v <= 1);
        double size = share ? 100 : 1;
        boolean bounded = Double.isFinite(recorded.lower()) && Double.isFinite(recorded.upper());
        if (kind.equals("wer") || kind.equals("cer")) {
            return bounded(recorded, rate -> 100 * (1 - rate));
        }
        if (bounded) {
            return bounded(
                    recorded,
                    recorded.direction() == Direction.MAXIMIZE ? value -> size * value : value -> 100 - size * value);
        }
        String lowerSource = source.toLowerCase(Locale.ROOT);
        if (kind.equals("loss") && lowerSource.startsWith("taskset")) {
            return bounded(recorded, loss -> 100 * Math.exp(-loss));
        }
        if (kind.equals("loss") && lowerSource.startsWith("nasbenchnlp")) {
            return bounded(recorded, loss -> 100 * (1 - loss / Math.log(VOCABULARY)));
        }
        return between(recorded, finals);
    }

    private static PointsConversion bounded(FitnessMeasure recorded, DoubleUnaryOperator points) {
        return new PointsConversion(
                new FitnessMeasure(recorded.name(), Direction.MAXIMIZE, 0, 100),
                value -> Math.min(100, Math.max(0, points.applyAsDouble(value))));
    }

    private static PointsConversion between(FitnessMeasure recorded, double[] finals) {
        double[] sorted =
                Arrays.stream(finals).filter(Double::isFinite).sorted().toArray();
        double low = sorted.length == 0 ? 0 : Quantiles.of(sorted, 0.05);
        double high = sorted.length == 0 ? 1 : Quantiles.of(sorted, 0.95);
        double worst = recorded.direction() == Direction.MAXIMIZE ? low : high;
        double best = recorded.direction() == Direction.MAXIMIZE ? high : low;
        // Finals that are all the same have no width; then a unit of the measure is as good as any.
        double width = best == worst ? (recorded.direction() == Direction.MAXIMIZE ? 1 : -1) : best - worst;
        return new PointsConversion(
                new FitnessMeasure(
                        recorded.name(), Direction.MAXIMIZE, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY),
                value -> 100 * ((value - worst) / width));
    }

    /** The curve in points; a value that is no finite number becomes NaN. */
    LearningCurve convert(LearningCurve curve) {
        double[] values = curve.values();
        for (int i = 0; i < values.length; i++) {
            values[i] = Double.isFinite(values[i]) ? points.applyAsDouble(values[i]) : Double.NaN;
        }
        return LearningCurve.of(curve.epochs(), values);
    }
}
