package org.plateau.prediction.engine;

import java.util.Arrays;
import org.plateau.core.fitness.LearningCurve;

/**
 * What the publications of the PENGUIN rule do differently.
 *
 * @param name of the preset
 * @param axis how epochs become the function's x
 * @param minimumPoints of the first fit
 * @param startPlateau the published start value of a
 * @param startBase the published start value of b
 * @param startShift the published start value of c
 * @param forgetAt bound of a at which the forecasts made so far are forgotten, +∞ for never
 */
public record Dialect(
        String name,
        Axis axis,
        int minimumPoints,
        double startPlateau,
        double startBase,
        double startShift,
        double forgetAt) {
    /** How epochs become the function's x. */
    public enum Axis {
        /** Measured in first epochs, so that the first sample is at 1. */
        FIRST_IS_ONE,
        /** Counted from the first sample at 0; the horizon is <em>not</em> shifted: F(25), though the 25th is at 24. */
        FIRST_IS_ZERO;

        /** The points that can be fitted: one before training has no place on an axis that is measured in epochs. */
        LearningCurve usable(LearningCurve curve) {
            if (this == FIRST_IS_ZERO || curve.isEmpty() || curve.epoch(0) > 0) {
                return curve;
            }
            return LearningCurve.of(
                    Arrays.copyOfRange(curve.epochs(), 1, curve.size()),
                    Arrays.copyOfRange(curve.values(), 1, curve.size()));
        }

        double x(double epoch, double firstEpoch) {
            return this == FIRST_IS_ONE ? epoch / firstEpoch : epoch - firstEpoch;
        }

        double horizon(double horizon, double firstEpoch) {
            return this == FIRST_IS_ONE ? horizon / firstEpoch : horizon;
        }
    }

    /** PENGUIN 2021: Rorabaugh et al., arXiv 2101.04185. */
    public static final Dialect PENGUIN = new Dialect("penguin", Axis.FIRST_IS_ONE, 2, 10, 1.001, 100, 199.99);

    /** A4NN 2023: Channing et al., ICPP 2023. */
    public static final Dialect A4NN =
            new Dialect("a4nn", Axis.FIRST_IS_ZERO, 4, 100.25, 2, 1, Double.POSITIVE_INFINITY);
}
