package org.plateau.prediction.rule;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.plateau.core.fitness.Fitness;
import org.plateau.core.fitness.FitnessMeasure;
import org.plateau.core.fitness.LearningCurve;
import org.plateau.prediction.Forecast;
import org.plateau.prediction.Observation;
import org.plateau.prediction.Peers;
import org.plateau.prediction.PointScale;
import org.plateau.prediction.Sentence;
import org.plateau.prediction.Verdict;
import org.plateau.prediction.shape.Standstill;

/**
 * Stops a training whose fitness has stayed where guessing is. The fitness told is the best value measured.
 *
 * <p>Many networks start late, so there are guards: nothing is judged before {@code patience} of the horizon has passed,
 * nor before a known step of the learning rate, as a lower one may be what the network needs; and the training must be at a {@linkplain Standstill standstill}: neither the fitness nor a training series (the
 * training accuracy or loss) has moved by more than the margin or, where that is more, by more than its noise.
 *
 * @param patience share of the horizon that has to pass first, in (0, 1]
 * @param margin in points, see {@link PointScale}
 */
public record NeverLearns(double patience, double margin) implements RuleSettings {
    public NeverLearns {
        if (!(patience > 0 && patience <= 1)) {
            throw new IllegalArgumentException("The patience must be a share in (0, 1], but was " + patience);
        }
        if (!(margin > 0) || Double.isInfinite(margin)) {
            throw new IllegalArgumentException("The margin must be a finite number of points > 0, but was " + margin);
        }
    }

    /** Half the horizon, two points. */
    public static NeverLearns standard() {
        return new NeverLearns(0.5, 2);
    }

    @Override
    public String name() {
        return "never-learns";
    }

    @Override
    public Verdict judge(Observation observation, Forecast forecast, Peers peers) {
        FitnessMeasure fitness = observation.fitness();
        LearningCurve curve = observation.curve();
        if (curve.size() < 3 || observation.epoch() < patience * observation.horizon()) {
            return new Verdict.Continue(
                    "Fewer than %s of the epochs are completed".formatted(Sentence.number(patience)));
        }
        Optional<Verdict.Continue> stepAhead = BeforeTheRateFalls.guard(observation);
        if (stepAhead.isPresent()) {
            return stepAhead.get();
        }
        double best = curve.best(fitness.direction());
        OptionalDouble chance = observation.feature(Observation.CHANCE);
        Optional<String> moved = Standstill.broken(observation, margin);
        if (moved.isPresent()) {
            return new Verdict.Continue(moved.get() + " has moved");
        }
        Map<String, Double> evidence = new LinkedHashMap<>();
        evidence.put("best", best);
        chance.ifPresent(level -> evidence.put(Observation.CHANCE, level));
        evidence.put("margin", margin * PointScale.point(fitness, curve));
        evidence.put("epochs", observation.epoch());
        String reason = "After %s of %s epochs %s has never left %s"
                .formatted(
                        Sentence.number(observation.epoch()),
                        Sentence.number(observation.horizon()),
                        fitness.name(),
                        chance.isPresent()
                                ? "the chance level " + Sentence.number(chance.getAsDouble())
                                : Sentence.number(curve.value(0)));
        return new Verdict.Stop(name(), reason, evidence, Optional.of(new Fitness(best, Fitness.Origin.PREDICTED)));
    }
}
