package org.plateau.charts;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The values of an upright axis and where they stand, as a share of its length from below.
 *
 * @param kind how values are laid out
 * @param lower value at the lower end
 * @param upper value at the upper end
 */
record Scale(Kind kind, double lower, double upper) {
    enum Kind {
        LINEAR,
        LOGARITHMIC
    }

    /** A value and its words. */
    record Tick(double value, String words) {}

    /** Powers of ten that hold the values up to {@code largest}; what is smaller than {@code smallest} stands at the end. */
    static Scale powers(double smallest, double largest) {
        double upper = smallest;
        while (upper < largest && upper < 1e6) {
            upper *= 10;
        }
        return new Scale(Kind.LOGARITHMIC, smallest, Math.max(10 * smallest, upper));
    }

    double place(double value) {
        double place = kind == Kind.LINEAR
                ? (value - lower) / (upper - lower)
                : Math.log(Math.max(lower, value) / lower) / Math.log(upper / lower);
        return Math.min(1, Math.max(0, place));
    }

    List<Tick> ticks() {
        if (kind == Kind.LINEAR) {
            return Stream.of(lower, (lower + upper) / 2, upper)
                    .map(value -> new Tick(value, words(value)))
                    .toList();
        }
        int steps = (int) Math.round(Math.log10(upper / lower));
        return IntStream.rangeClosed(0, steps)
                .mapToObj(step -> lower * Math.pow(10, step))
                .map(value -> new Tick(value, (value == lower ? "≤ " : "") + words(value)))
                .toList();
    }

    private static String words(double value) {
        return String.format(Locale.ROOT, "%.3g", value)
                .replaceFirst("(\\.\\d*?)0+$", "$1")
                .replaceFirst("\\.$", "")
                .replace('-', '−');
    }
}
