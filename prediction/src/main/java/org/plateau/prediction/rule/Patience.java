package org.plateau.prediction.rule;

import java.util.Map;
import java.util.Optional;
import org.plateau.core.fitness.Direction;
import org.plateau.core.fitness.Fitness;
import org.plateau.core.fitness.LearningCurve;
import org.plateau.prediction.Forecast;
import org.plateau.prediction.Observation;
import org.plateau.prediction.Peers;
import org.plateau.prediction.PointScale;
import org.plateau.prediction.Sentence;
import org.plateau.prediction.Verdict;

/**
 * Stops when the best fitness has not grown for some epochs: what most training programs call early stopping. The
 * fitness told is the best one measured. Never stops before a known step of the learning rate.
 *
 * @param epochs without a better value
 * @param minimumDelta what a better value must be better by, in points, see {@link PointScale}
 */
public record Patience(double epochs, double minimumDelta) implements RuleSettings {
    public Patience {
        if (!(epochs > 0) || Double.isInfinite(epochs)) {
            throw new IllegalArgumentException("The patience must be a finite number of epochs > 0, but was " + epochs);
        }
        if (!(minimumDelta >= 0) || Double.isInfinite(minimumDelta)) {
            throw new IllegalArgumentException(
                    "The minimum delta must be a finite number of points ≥ 0, but was " + minimumDelta);
        }
    }

    @Override
    public String name() {
        return "patience";
    }

    @Override
    public Verdict judge(Observation observation, Forecast forecast, Peers peers) {
        LearningCurve curve = observation.curve();
        if (curve.isEmpty()) {
            return new Verdict.Continue("Nothing was measured");
        }
        Direction direction = observation.fitness().direction();
        double delta = minimumDelta * PointScale.point(observation.fitness(), curve);
        double best = curve.value(0);
        double since = curve.epoch(0);
        for (int i = 1; i < curve.size(); i++) {
            double needed = direction == Direction.MAXIMIZE ? best + delta : best - delta;
            if (direction.better(curve.value(i), needed)) {
                best = curve.value(i);
                since = curve.epoch(i);
            }
        }
        double waited = curve.lastEpoch() - since;
        if (waited < epochs) {
            return new Verdict.Continue("The best value is %s epochs old".formatted(Sentence.number(waited)));
        }
        Optional<Verdict.Continue> stepAhead = BeforeTheRateFalls.guard(observation);
        if (stepAhead.isPresent()) {
            return stepAhead.get();
        }
        return new Verdict.Stop(
                name(),
                "%s has not been better than %s for %s epochs"
                        .formatted(observation.fitness().name(), Sentence.number(best), Sentence.number(waited)),
                Map.of("best", best, "since", since, "waited", waited),
                Double.isFinite(best) ? Optional.of(new Fitness(best, Fitness.Origin.PREDICTED)) : Optional.empty());
    }
}
