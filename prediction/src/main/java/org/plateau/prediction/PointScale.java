package org.plateau.prediction;

import java.util.Arrays;
import org.plateau.core.fitness.FitnessMeasure;
import org.plateau.core.fitness.LearningCurve;

/**
 * The size of a <em>point</em> of a measure, so that tolerances mean the same for every measure.
 *
 * <p>A point is a hundredth of the measure's range where it has two ends: one percent of accuracy, 0.01 of F1. A measure
 * without two ends, such as a loss, has no range; there a point is a hundredth of the median absolute value measured
 * so far.
 */
public final class PointScale {
    private PointScale() {}

    /** One point of the measure, in the measure's unit; 0 where nothing tells. */
    public static double point(FitnessMeasure measure, LearningCurve curve) {
        double range = measure.upper() - measure.lower();
        if (Double.isFinite(range)) {
            return range / 100;
        }
        double[] sizes = Arrays.stream(curve.values())
                .filter(Double::isFinite)
                .map(Math::abs)
                .sorted()
                .toArray();
        return sizes.length == 0 ? 0 : sizes[sizes.length / 2] / 100;
    }
}
