package org.plateau.workflow.executor;

/**
 * CPU seconds of trainers.
 *
 * @param total from their start
 * @param opening spent on starting and loading
 * @param beside spent on prediction and record trails
 */
public record Use(double total, double opening, double beside) {
    public static final Use NONE = new Use(0, 0, 0);

    Use plus(Use other) {
        return new Use(total + other.total, opening + other.opening, beside + other.beside);
    }
}
