package org.plateau.prediction.curve;

import java.util.List;
import org.plateau.core.trail.FittedFunction;
import org.plateau.core.trail.Interval;
import org.plateau.prediction.Forecast;

/**
 * What a curve alone says about its end.
 *
 * @param value expected at the horizon in the measure's unit, not finite where nothing can be said
 * @param best the best value expected up to the horizon, not finite where nothing can be said
 * @param intervals around the value, 80 and 95 %; empty where nothing can be said
 * @param functions fitted, with their weights in the value; each says its own prediction for the horizon
 * @param anchored the weight of where the curve stands, which the last value and the best ones tell; with those of the
 *     functions it sums up to 1
 * @param track what would have been said at each of the last epochs, oldest first, this one last
 * @param note one sentence: how the value came about, or why there is none
 */
public record CurveForecast(
        double value,
        double best,
        List<Interval> intervals,
        List<FittedFunction> functions,
        double anchored,
        List<Forecast.Past> track,
        String note) {
    public CurveForecast {
        intervals = List.copyOf(intervals);
        functions = List.copyOf(functions);
        track = List.copyOf(track);
    }

    /** Nothing can be said. */
    static CurveForecast none(String reason) {
        return new CurveForecast(Double.NaN, Double.NaN, List.of(), List.of(), 0, List.of(), reason);
    }

    /** Whether there is a value. */
    public boolean present() {
        return Double.isFinite(value);
    }
}
