package org.plateau.prediction;

import java.util.List;
import java.util.Optional;
import org.plateau.core.fitness.Direction;
import org.plateau.core.trail.FittedFunction;
import org.plateau.core.trail.Interval;

/**
 * What an engine expects of a training's fitness.
 *
 * @param epoch epochs that it has seen
 * @param horizon epoch that it predicts
 * @param value fitness expected there in the measure's unit, not finite where there is no forecast
 * @param best best fitness expected up to there, at least as good as the best one measured; NaN where the engine says
 *     nothing of it
 * @param intervals around it, empty where the engine gives none
 * @param functions fitted, with their coefficients, weights and predictions
 * @param method the engine's name
 * @param track what the same engine says of the last epochs, oldest first, this one last; shorter than asked for
 *     where it made none or its dialect forgets the older ones
 * @param history version of the finished trainings that it saw, 0 for none
 * @param novelty how unlike the finished trainings this one is: the forecast's standard deviation over the part of it
 *     that more finished trainings would not take away. About 1 among known ones, infinite where none is known
 * @param note one sentence: how the value came about, or why there is none
 */
public record Forecast(
        double epoch,
        double horizon,
        double value,
        double best,
        List<Interval> intervals,
        List<FittedFunction> functions,
        String method,
        List<Past> track,
        long history,
        double novelty,
        String note) {
    public Forecast {
        intervals = List.copyOf(intervals);
        functions = List.copyOf(functions);
        track = List.copyOf(track);
    }

    /** A forecast of an engine that says nothing of the best value and knows no finished trainings. */
    public Forecast(
            double epoch,
            double horizon,
            double value,
            List<Interval> intervals,
            List<FittedFunction> functions,
            String method,
            List<Past> track,
            long history,
            String note) {
        this(
                epoch,
                horizon,
                value,
                Double.NaN,
                intervals,
                functions,
                method,
                track,
                history,
                Double.POSITIVE_INFINITY,
                note);
    }

    /** A forecast made when {@code epoch} epochs were completed, not finite where none could be made. */
    public record Past(double epoch, double value) {}

    /** No forecast, and the reason. */
    public static Forecast none(Observation observation, History history, String method, String reason) {
        return new Forecast(
                observation.epoch(),
                observation.horizon(),
                Double.NaN,
                observation.curve().best(observation.fitness().direction()),
                List.of(),
                List.of(),
                method,
                List.of(),
                history.version(),
                Double.POSITIVE_INFINITY,
                reason);
    }

    /** The best fitness up to the horizon where the final one is known: the better of it and the best measured. */
    public static double best(Observation observation, double value) {
        Direction direction = observation.fitness().direction();
        return direction.best(observation.curve().best(direction), value);
    }

    /** The interval that holds the fitness with this probability, empty where the engine gives none. */
    public Optional<Interval> interval(double level) {
        return intervals.stream()
                .filter(interval -> Math.abs(interval.level() - level) < 1e-9)
                .findFirst();
    }

    /** Whether there is a value. */
    public boolean present() {
        return Double.isFinite(value);
    }
}
