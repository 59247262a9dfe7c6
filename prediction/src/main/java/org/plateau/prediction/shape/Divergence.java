package org.plateau.prediction.shape;

import java.util.Map;
import java.util.Optional;
import org.plateau.core.fitness.Direction;
import org.plateau.core.fitness.LearningCurve;
import org.plateau.prediction.Observation;
import org.plateau.prediction.Sentence;

/**
 * A series that is no number any more, or a loss that exploded: the last two values of the training loss, or of a loss that
 * is the fitness, are both more than a factor times its first value. Validation losses beside the fitness are looked at
 * for NaN and infinities only, since batch normalisation makes them jump.
 *
 * @param series which one
 * @param epoch of its last value
 * @param value its last value
 * @param reason one sentence
 */
public record Divergence(String series, double epoch, double value, String reason) {
    /** Of its first value a loss has exploded at ten times. */
    public static final double FACTOR = 10;

    /** The divergence of a training, empty where its fitness and losses are numbers of a usual size. */
    public static Optional<Divergence> of(Observation observation, double factor) {
        for (Map.Entry<String, LearningCurve> entry : observation.series().entrySet()) {
            String series = entry.getKey();
            LearningCurve curve = entry.getValue();
            boolean fitness = series.equals(observation.fitness().name());
            if (curve.isEmpty() || !(fitness || series.endsWith("_loss"))) {
                continue;
            }
            if (!Double.isFinite(curve.lastValue())) {
                return found(
                        series, curve, "%s is %s at epoch %s".formatted(series, curve.lastValue(), curve.lastEpoch()));
            }
            boolean fitnessLoss = fitness && observation.fitness().direction() == Direction.MINIMIZE;
            if ((fitnessLoss || series.equals("train_loss")) && exploded(curve, factor)) {
                return found(
                        series,
                        curve,
                        "%s grew from %s to %s"
                                .formatted(
                                        series, Sentence.number(curve.value(0)), Sentence.number(curve.lastValue())));
            }
        }
        return Optional.empty();
    }

    private static Optional<Divergence> found(String series, LearningCurve curve, String reason) {
        return Optional.of(new Divergence(series, curve.lastEpoch(), curve.lastValue(), reason));
    }

    private static boolean exploded(LearningCurve curve, double factor) {
        int size = curve.size();
        double limit = factor * Math.abs(curve.value(0));
        return size >= 3 && limit > 0 && curve.value(size - 1) > limit && curve.value(size - 2) > limit;
    }
}
