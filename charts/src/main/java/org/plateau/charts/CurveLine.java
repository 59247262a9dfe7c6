package org.plateau.charts;

import java.util.OptionalDouble;
import org.plateau.core.fitness.LearningCurve;
import org.plateau.core.trail.Ending;

/**
 * One network's learning curve as it is drawn.
 *
 * @param label what a reader calls the network; shows when the pointer rests on the line
 * @param curve its fitness by epoch; a value that is no finite number leaves a gap
 * @param ending why the curve ends where it does
 * @param predicted its fitness at the horizon as last predicted, in the measure's unit; drawn for stopped networks only
 */
public record CurveLine(String label, LearningCurve curve, Ending ending, OptionalDouble predicted) {
    /** The prediction that is drawn: of a stopped network, and a finite number. */
    OptionalDouble forecast() {
        return ending == Ending.STOPPED && Range.drawable(predicted.orElse(Double.NaN))
                ? predicted
                : OptionalDouble.empty();
    }

    /** Index of the last point that can be drawn, -1 where there is none. */
    int lastDrawable() {
        int index = curve.size() - 1;
        while (index >= 0 && !Range.drawable(curve.value(index))) {
            index--;
        }
        return index;
    }
}
