package org.plateau.prediction.function;

import org.plateau.prediction.shape.CurveShape;

/**
 * How a function did on recorded curves of a kind, measured by replaying them.
 *
 * @param function its name in the index
 * @param shape the kind of the curves
 * @param curves how many were replayed
 * @param wins on how many of them its forecasts were nearest to the truth among all functions
 * @param medianError of its forecasts, in points
 */
public record Evidence(String function, CurveShape shape, int curves, int wins, double medianError) {
    public Evidence {
        if (wins < 0 || curves < wins || !(medianError >= 0)) {
            throw new IllegalArgumentException(
                    "Evidence must have 0 <= wins <= curves and an error >= 0, but had %d, %d and %s"
                            .formatted(wins, curves, medianError));
        }
    }
}
