package org.plateau.prediction.curve;

/** What a setting must be. */
final class Requirement {
    private Requirement() {}

    /** @throws IllegalArgumentException with the rule and the value if it does not hold */
    static void check(boolean condition, String rule, Object value) {
        if (!condition) {
            throw new IllegalArgumentException("%s, but was %s".formatted(rule, value));
        }
    }
}
