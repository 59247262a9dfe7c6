package org.plateau.prediction.history;

import org.plateau.core.fitness.Direction;
import org.plateau.core.fitness.FitnessMeasure;

/**
 * A measure on the scale on which trainings are compared: the natural logarithm of the distance to the best possible
 * value, smaller is better. An accuracy that halves its distance to 100 % gains the same everywhere; a measure without a
 * best possible value stays as it is, with the sign that makes smaller better.
 *
 * <p>Final distances are a straight line in training distances on this scale over orders of magnitude (the regression that
 * stops everything after an epoch or two and is hard to beat rests on that).
 *
 * @param direction of the measure
 * @param lower smallest possible value
 * @param upper largest possible value
 * @param margin added to distances so that a distance of 0 has a logarithm, in the measure's unit
 */
record LogDistance(Direction direction, double lower, double upper, double margin) {
    /** 0.02 points where the measure has a range. */
    private static final double MARGIN_OF_RANGE = 2e-4;

    private static final double MARGIN = 1e-6;

    static LogDistance of(FitnessMeasure measure) {
        double range = measure.upper() - measure.lower();
        double margin = Double.isFinite(range) ? MARGIN_OF_RANGE * range : MARGIN;
        return new LogDistance(measure.direction(), measure.lower(), measure.upper(), margin);
    }

    /** The value on this scale; the worst possible one, perhaps infinite, where it is no number. */
    double of(double value) {
        if (Double.isNaN(value)) {
            return direction == Direction.MAXIMIZE ? scaled(lower) : scaled(upper);
        }
        return scaled(Math.min(upper, Math.max(lower, value)));
    }

    private double scaled(double value) {
        double ideal = ideal();
        return Double.isFinite(ideal) ? Math.log(Math.abs(ideal - value) + margin) : direction.asCost(value);
    }

    /** The value of a place on this scale, within the measure's bounds. */
    double value(double place) {
        return Math.min(upper, Math.max(lower, unbounded(place)));
    }

    private double unbounded(double place) {
        double ideal = ideal();
        if (!Double.isFinite(ideal)) {
            return direction == Direction.MAXIMIZE ? -place : place;
        }
        double distance = Math.exp(place) - margin;
        return direction == Direction.MAXIMIZE ? ideal - distance : ideal + distance;
    }

    private double ideal() {
        return direction == Direction.MAXIMIZE ? upper : lower;
    }
}
