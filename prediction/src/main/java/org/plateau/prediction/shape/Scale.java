package org.plateau.prediction.shape;

import org.plateau.core.fitness.Direction;
import org.plateau.core.fitness.FitnessMeasure;
import org.plateau.core.fitness.LearningCurve;
import org.plateau.prediction.PointScale;

/**
 * Turns values of a measure into points, larger is better whatever the measure's direction.
 *
 * <p>A point is that of {@link PointScale}. For a measure without any end, where neither size nor zero means something, it
 * is a hundredth of the range measured so far, counted from the lowest value.
 *
 * @param base value of 0 points
 * @param point one of them in the measure's unit, over 0
 * @param direction of the measure
 * @param endless whether the measure has no end
 */
record Scale(double base, double point, Direction direction, boolean endless) {
    private static final double HUGE = 1e12;

    static Scale of(FitnessMeasure measure, LearningCurve curve) {
        if (Double.isFinite(measure.lower()) || Double.isFinite(measure.upper())) {
            return new Scale(0, usable(PointScale.point(measure, curve)), measure.direction(), false);
        }
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < curve.size(); i++) {
            if (Double.isFinite(curve.value(i))) {
                low = Math.min(low, curve.value(i));
                high = Math.max(high, curve.value(i));
            }
        }
        return low > high
                ? new Scale(0, 1, measure.direction(), true)
                : new Scale(low, usable(high / 100 - low / 100), measure.direction(), true);
    }

    private static double usable(double point) {
        return point > 0 && Double.isFinite(point) ? point : 1;
    }

    /** Points of a finite value, kept within ±10¹². */
    double points(double value) {
        double points = (value / 100 - base / 100) / point * 100;
        double kept = Math.max(-HUGE, Math.min(HUGE, points));
        return direction == Direction.MAXIMIZE ? kept : -kept;
    }
}
