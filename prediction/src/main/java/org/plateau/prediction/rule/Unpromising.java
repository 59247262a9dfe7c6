package org.plateau.prediction.rule;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.plateau.core.fitness.Direction;
import org.plateau.core.fitness.Fitness;
import org.plateau.core.fitness.FitnessMeasure;
import org.plateau.core.trail.Interval;
import org.plateau.prediction.Forecast;
import org.plateau.prediction.Normal;
import org.plateau.prediction.Observation;
import org.plateau.prediction.Peers;
import org.plateau.prediction.PointScale;
import org.plateau.prediction.Requirement;
import org.plateau.prediction.Sentence;
import org.plateau.prediction.Verdict;

/**
 * Stops when the network has hardly a chance to count: to enter the best {@code top} networks so far, or, where the search
 * has other objectives, the Pareto front. The fitness told is the forecast, which therefore may not be wide.
 *
 * <p>The forecast is taken as a normal distribution on either side of its value, with the half widths of its 80 %
 * interval. A network would enter the front if its fitness were better than that of every member that costs no more in
 * all other objectives.
 *
 * @param probability below which it is stopped, in (0, 1)
 * @param top how many of the best networks it is measured against
 * @param tolerance half the width of the 80 % interval that the told forecast may have, in points
 * @param minimumShare of the horizon that has to pass first, in [0, 1]: at the very start networks that will learn and
 *     those that never will look the same
 */
public record Unpromising(double probability, int top, double tolerance, double minimumShare) implements RuleSettings {
    public Unpromising {
        Requirement.check(probability > 0 && probability < 1, "A probability must be in (0, 1)", probability);
        if (top < 1 || top > Peers.LEADERS) {
            throw new IllegalArgumentException(
                    "The best networks must be 1 to %d, but were %d".formatted(Peers.LEADERS, top));
        }
        Requirement.check(
                tolerance > 0 && Double.isFinite(tolerance),
                "A tolerance must be a finite number of points > 0",
                tolerance);
        Requirement.check(minimumShare >= 0 && minimumShare <= 1, "The minimum share must be in [0, 1]", minimumShare);
    }

    /** Less than one in ten to be among the best five, known to two points, after a twenty-fifth of the horizon. */
    public static Unpromising standard() {
        return within(Settled.standard().tolerance());
    }

    /**
     * As {@link #standard()} beside a {@link Settled} with another tolerance: known to two fifths of it, and sooner where
     * more is allowed.
     */
    public static Unpromising within(double tolerance) {
        return new Unpromising(0.1, 5, tolerance * 2 / 5, 0.04 * Settled.hurry(tolerance));
    }

    @Override
    public String name() {
        return "unpromising";
    }

    @Override
    public Verdict judge(Observation observation, Forecast forecast, Peers peers) {
        if (observation.epoch() < minimumShare * observation.horizon()) {
            return new Verdict.Continue(
                    "Fewer than %s of the epochs are completed".formatted(Sentence.number(minimumShare)));
        }
        Optional<Interval> interval = forecast.interval(Settled.LEVEL);
        OptionalDouble bar = bar(observation, peers);
        if (interval.isEmpty() || !forecast.present() || bar.isEmpty()) {
            return new Verdict.Continue("Nothing is known that the network could be measured against");
        }
        double half = (interval.get().upper() - interval.get().lower()) / 2;
        double chance = chance(observation.fitness().direction(), forecast.value(), interval.get(), bar.getAsDouble());
        double allowed = tolerance * PointScale.point(observation.fitness(), observation.curve());
        if (chance >= probability || !(half <= allowed)) {
            return new Verdict.Continue("The chance to be better than %s is %s, the forecast is ± %s"
                    .formatted(Sentence.number(bar.getAsDouble()), Sentence.number(chance), Sentence.number(half)));
        }
        Map<String, Double> evidence = new LinkedHashMap<>();
        evidence.put("probability", chance);
        evidence.put("bar", bar.getAsDouble());
        evidence.put("forecast", forecast.value());
        evidence.put("lower-80", interval.get().lower());
        evidence.put("upper-80", interval.get().upper());
        String reason = "The chance to be better than %s, %s, is %s; the forecast for epoch %s is %s"
                .formatted(
                        Sentence.number(bar.getAsDouble()),
                        peers.objectives().size() > 1
                                ? "as the front asks of its cost"
                                : "which the best %d are".formatted(top),
                        Sentence.number(chance),
                        Sentence.number(forecast.horizon()),
                        Sentence.number(forecast.value()));
        return new Verdict.Stop(
                name(), reason, evidence, Optional.of(new Fitness(forecast.value(), Fitness.Origin.PREDICTED)));
    }

    /** The fitness that the network has to be better than to count, empty where nothing is in its way. */
    private OptionalDouble bar(Observation observation, Peers peers) {
        String fitness = observation.fitness().name();
        Direction direction = observation.fitness().direction();
        if (peers.objectives().size() > 1) {
            return peers.front().stream()
                    .filter(member -> costsNoMore(member, observation, peers.objectives()))
                    .map(member -> member.values().get(fitness))
                    .filter(value -> value != null && !value.isNaN())
                    .mapToDouble(value -> value)
                    .reduce((one, other) -> direction.best(one, other));
        }
        List<Peers.Member> leaders = peers.leaders();
        if (leaders.size() < top) {
            return OptionalDouble.empty();
        }
        Double value = leaders.get(top - 1).values().get(fitness);
        return value == null || value.isNaN() ? OptionalDouble.empty() : OptionalDouble.of(value);
    }

    private static boolean costsNoMore(Peers.Member member, Observation observation, List<FitnessMeasure> objectives) {
        return objectives.stream()
                .filter(objective ->
                        !objective.name().equals(observation.fitness().name()))
                .allMatch(objective -> {
                    Double known = member.values().get(objective.name());
                    OptionalDouble own = observation.feature(objective.name());
                    return known != null
                            && own.isPresent()
                            && !Double.isNaN(own.getAsDouble())
                            && !objective.direction().better(own.getAsDouble(), known);
                });
    }

    private static double chance(Direction direction, double value, Interval interval, double bar) {
        boolean up = direction == Direction.MAXIMIZE;
        boolean barAbove = bar > value;
        double width = barAbove ? interval.upper() - value : value - interval.lower();
        double deviations = width > 0 ? Normal.QUANTILE_80 * Math.abs(bar - value) / width : bar == value ? 0 : 40;
        double beyond = Normal.above(deviations);
        return up == barAbove ? beyond : 1 - beyond;
    }
}
