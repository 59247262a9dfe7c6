package org.plateau.cli.configuration;

import java.util.Optional;
import java.util.OptionalDouble;
import org.plateau.prediction.function.Parameter;

/**
 * A parameter of a function of the user's own.
 *
 * @param meaning in words
 * @param lower bound, none if left out
 * @param upper bound, none if left out
 * @param start where a fit begins if the curve suggests nothing better; the middle of the bounds, or near 1, if left out
 */
public record ParameterSection(
        Optional<String> meaning, OptionalDouble lower, OptionalDouble upper, OptionalDouble start) {
    public ParameterSection {
        requireFinite("lower", lower);
        requireFinite("upper", upper);
        requireFinite("start", start);
        double low = lower.orElse(Double.NEGATIVE_INFINITY);
        double high = upper.orElse(Double.POSITIVE_INFINITY);
        upper.ifPresent(bound -> Expect.that(low < bound, "upper", bound, "a number > lower, which is " + low));
        start.ifPresent(value -> Expect.that(
                value >= low && value <= high,
                "start",
                value,
                "a number within the bounds [%s, %s]".formatted(low, high)));
    }

    private static void requireFinite(String key, OptionalDouble value) {
        value.ifPresent(number -> Expect.that(Double.isFinite(number), key, number, "a finite number"));
    }

    ParameterSection resolved() {
        return new ParameterSection(Optional.of(meaning.orElse("")), lower, upper, OptionalDouble.of(beginning()));
    }

    private double beginning() {
        if (start.isPresent()) {
            return start.getAsDouble();
        }
        if (lower.isPresent() && upper.isPresent()) {
            return lower.getAsDouble() + (upper.getAsDouble() - lower.getAsDouble()) / 2;
        }
        return upper.isPresent() ? Math.min(1, upper.getAsDouble() - 1) : Math.max(1, lower.orElse(0) + 1);
    }

    Parameter parameter(String name) {
        return new Parameter(
                name,
                meaning.orElse(""),
                lower.orElse(Double.NEGATIVE_INFINITY),
                upper.orElse(Double.POSITIVE_INFINITY),
                beginning());
    }
}
