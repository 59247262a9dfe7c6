package org.plateau.prediction.rule;

import java.util.Map;
import java.util.Optional;
import org.plateau.core.fitness.Direction;
import org.plateau.core.fitness.LearningCurve;
import org.plateau.prediction.Forecast;
import org.plateau.prediction.Observation;
import org.plateau.prediction.Peers;
import org.plateau.prediction.Verdict;

/**
 * Stops a training whose fitness or loss is no number any more, or whose loss exploded: the last two values of the
 * training loss, or of a loss that is the fitness, are both more than {@code factor} times its first value. Validation
 * losses beside the fitness are looked at for NaN and infinities only, since batch normalisation makes them jump.
 *
 * <p>No fitness is told: what the network was worth before is not what its weights are worth now.
 *
 * @param factor of the first loss, more than 1
 */
public record Diverged(double factor) implements RuleSettings {
    public Diverged {
        if (!(factor > 1)) {
            throw new IllegalArgumentException("The factor of an exploding loss must be > 1, but was " + factor);
        }
    }

    /** Ten times the first loss. */
    public static Diverged standard() {
        return new Diverged(10);
    }

    @Override
    public String name() {
        return "diverged";
    }

    @Override
    public Verdict judge(Observation observation, Forecast forecast, Peers peers) {
        for (Map.Entry<String, LearningCurve> entry : observation.series().entrySet()) {
            String series = entry.getKey();
            LearningCurve curve = entry.getValue();
            boolean fitness = series.equals(observation.fitness().name());
            if (curve.isEmpty() || !(fitness || isLoss(series))) {
                continue;
            }
            if (!Double.isFinite(curve.lastValue())) {
                return stop("%s is %s at epoch %s".formatted(series, curve.lastValue(), curve.lastEpoch()), curve);
            }
            boolean fitnessLoss = fitness && observation.fitness().direction() == Direction.MINIMIZE;
            if ((fitnessLoss || series.equals("train_loss")) && exploded(curve)) {
                return stop(
                        "%s grew from %s to %s"
                                .formatted(series, Sentence.number(curve.value(0)), Sentence.number(curve.lastValue())),
                        curve);
            }
        }
        return new Verdict.Continue("All losses are numbers of a usual size");
    }

    private boolean exploded(LearningCurve curve) {
        int size = curve.size();
        double limit = factor * Math.abs(curve.value(0));
        return size >= 3 && limit > 0 && curve.value(size - 1) > limit && curve.value(size - 2) > limit;
    }

    private Verdict stop(String reason, LearningCurve curve) {
        return new Verdict.Stop(
                name(), reason, Map.of("epoch", curve.lastEpoch(), "value", curve.lastValue()), Optional.empty());
    }

    private static boolean isLoss(String series) {
        return series.endsWith("_loss");
    }
}
