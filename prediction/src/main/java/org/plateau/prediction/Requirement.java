package org.plateau.prediction;

/** What a setting must be. */
public final class Requirement {
    private Requirement() {}

    /**
     * Refuses a setting that breaks its rule.
     *
     * @param condition whether it holds
     * @param rule in words, as the beginning of a sentence
     * @param value that was found
     * @throws IllegalArgumentException with the rule and the value if it does not hold
     */
    public static void check(boolean condition, String rule, Object value) {
        if (!condition) {
            throw new IllegalArgumentException("%s, but was %s".formatted(rule, value));
        }
    }
}
