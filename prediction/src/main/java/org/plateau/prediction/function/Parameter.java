package org.plateau.prediction.function;

/**
 * A parameter of a function.
 *
 * @param name in the formula
 * @param meaning in words
 * @param lower bound, −∞ where there is none
 * @param upper bound, +∞ where there is none
 * @param start where a fit begins if the curve suggests nothing better
 */
public record Parameter(String name, String meaning, double lower, double upper, double start) {
    public Parameter {
        if (!(lower < upper) || !(start >= lower && start <= upper)) {
            throw new IllegalArgumentException(
                    "The start of parameter %s must be within increasing bounds, but was %s in [%s, %s]"
                            .formatted(name, start, lower, upper));
        }
    }

    /** A parameter without bounds that starts at 1. */
    public static Parameter free(String name, String meaning) {
        return new Parameter(name, meaning, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, 1);
    }

    /** A parameter that is at least 0 and starts at 1. */
    public static Parameter positive(String name, String meaning) {
        return new Parameter(name, meaning, 0, Double.POSITIVE_INFINITY, 1);
    }
}
