package org.plateau.cli.configuration;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/** What sections expect of their values where they are set; what they throw is an {@link UnexpectedValueException}. */
final class Expect {
    private Expect() {}

    static void atLeast(int least, String key, OptionalInt value) {
        value.ifPresent(number -> that(number >= least, key, number, "a whole number ≥ " + least));
    }

    static void between(int least, int most, String key, OptionalInt value) {
        value.ifPresent(number -> that(
                number >= least && number <= most, key, number, "a whole number from %d to %d".formatted(least, most)));
    }

    static void positive(String key, OptionalDouble value) {
        value.ifPresent(number -> that(number > 0 && Double.isFinite(number), key, number, "a finite number > 0"));
    }

    static void notNegative(String key, OptionalDouble value) {
        value.ifPresent(number -> that(number >= 0 && Double.isFinite(number), key, number, "a finite number ≥ 0"));
    }

    /** From 0 up to but not 1. */
    static void share(String key, OptionalDouble value) {
        value.ifPresent(number -> that(number >= 0 && number < 1, key, number, "a number in [0, 1)"));
    }

    static void matches(String pattern, String key, Optional<String> value, String expected) {
        value.ifPresent(text -> that(text.matches(pattern), key, text, expected));
    }

    static void that(boolean sound, String key, Object found, String expected) {
        if (!sound) {
            throw new UnexpectedValueException(key, found, expected);
        }
    }
}
