package org.plateau.prediction;

import java.util.List;
import org.plateau.core.trail.FittedFunction;
import org.plateau.core.trail.Interval;

/**
 * What an engine expects of a training's fitness.
 *
 * @param epoch epochs that it has seen
 * @param horizon epoch that it predicts
 * @param value fitness expected there in the measure's unit, not finite where there is no forecast
 * @param intervals around it, empty where the engine gives none
 * @param functions fitted, with their coefficients, weights and predictions
 * @param method the engine's name
 * @param track what the same engine says of the last epochs, oldest first, this one last; shorter than asked for
 *     where it made none or its dialect forgets the older ones
 * @param history version of the finished trainings that it saw, 0 for none
 * @param note one sentence: how the value came about, or why there is none
 */
public record Forecast(
        double epoch,
        double horizon,
        double value,
        List<Interval> intervals,
        List<FittedFunction> functions,
        String method,
        List<Past> track,
        long history,
        String note) {
    public Forecast {
        intervals = List.copyOf(intervals);
        functions = List.copyOf(functions);
        track = List.copyOf(track);
    }

    /** A forecast made when {@code epoch} epochs were completed, not finite where none could be made. */
    public record Past(double epoch, double value) {}

    /** No forecast, and the reason. */
    public static Forecast none(Observation observation, History history, String method, String reason) {
        return new Forecast(
                observation.epoch(),
                observation.horizon(),
                Double.NaN,
                List.of(),
                List.of(),
                method,
                List.of(),
                history.version(),
                reason);
    }

    /** Whether there is a value. */
    public boolean present() {
        return Double.isFinite(value);
    }
}
