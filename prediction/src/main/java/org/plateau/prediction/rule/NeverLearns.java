package org.plateau.prediction.rule;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.plateau.core.fitness.Direction;
import org.plateau.core.fitness.Fitness;
import org.plateau.core.fitness.FitnessMeasure;
import org.plateau.core.fitness.LearningCurve;
import org.plateau.prediction.Forecast;
import org.plateau.prediction.Observation;
import org.plateau.prediction.Peers;
import org.plateau.prediction.PointScale;
import org.plateau.prediction.Verdict;

/**
 * Stops a training whose fitness has stayed where guessing is. The fitness told is the best value measured.
 *
 * <p>Where the feature {@link Observation#CHANCE} is known, the fitness must never have been more than {@code margin}
 * points better than it. Where it is not, all values must lie within {@code margin} points of each other and, for a
 * bounded measure, in the worse half of its range.
 *
 * <p>Many networks start late, so there are two guards: nothing is judged before {@code patience} of the horizon has
 * passed, and a training series that moves by more than the margin (the training accuracy or loss) shows that the
 * network does learn, whatever its validation says.
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
        double reach = margin * PointScale.point(fitness, curve);
        double best = curve.best(fitness.direction());
        OptionalDouble chance = observation.feature(Observation.CHANCE);
        boolean atChance = chance.isPresent()
                ? gain(fitness.direction(), chance.getAsDouble(), best) <= reach
                : spread(curve) <= reach && inWorseHalf(fitness, best);
        if (!atChance) {
            return new Verdict.Continue("%s has moved".formatted(fitness.name()));
        }
        Optional<String> moving = movingTrainingSeries(observation);
        if (moving.isPresent()) {
            return new Verdict.Continue(moving.get() + " has moved");
        }
        Map<String, Double> evidence = new LinkedHashMap<>();
        evidence.put("best", best);
        chance.ifPresent(level -> evidence.put(Observation.CHANCE, level));
        evidence.put("margin", reach);
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

    private static double gain(Direction direction, double from, double to) {
        return direction.asCost(from) - direction.asCost(to);
    }

    private Optional<String> movingTrainingSeries(Observation observation) {
        return observation.series().entrySet().stream()
                .filter(entry -> entry.getKey().startsWith("train_"))
                .filter(entry -> !entry.getKey().equals(observation.fitness().name()))
                .filter(entry -> spread(entry.getValue())
                        > margin * PointScale.point(FitnessMeasure.named(entry.getKey()), entry.getValue()))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    private static boolean inWorseHalf(FitnessMeasure fitness, double best) {
        double middle = (fitness.lower() + fitness.upper()) / 2;
        return !Double.isFinite(middle) || !fitness.direction().better(best, middle);
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
