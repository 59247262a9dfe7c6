package org.plateau.charts;

import java.util.Locale;
import java.util.stream.DoubleStream;
import java.util.stream.LongStream;

/**
 * A linear axis: values of a range, laid between two positions on the page.
 *
 * @param range values
 * @param from position in pixels of the lower end
 * @param to position in pixels of the upper end
 */
record Axis(Range range, double from, double to) {
    double at(double value) {
        return from + (value - range.lower()) / (range.upper() - range.lower()) * (to - from);
    }

    /** Round values inside the range, about {@code spacing} pixels apart. */
    double[] ticks(double spacing) {
        double step = step(spacing);
        long first = (long) Math.ceil(range.lower() / step - 1e-9);
        long last = (long) Math.floor(range.upper() / step + 1e-9);
        return LongStream.rangeClosed(first, last).mapToDouble(i -> i * step).toArray();
    }

    /** 1, 2 or 5 times a power of ten. */
    private double step(double spacing) {
        double rough = (range.upper() - range.lower()) * spacing / Math.abs(to - from);
        double power = Math.pow(10, Math.floor(Math.log10(rough)));
        double[] steps = {power, 2 * power, 5 * power, 10 * power};
        return DoubleStream.of(steps)
                .filter(s -> s >= rough * 0.999)
                .findFirst()
                .orElse(10 * power);
    }

    /** A tick's label: as many decimals as the step needs; thousands and millions as k and M. */
    String label(double tick, double spacing) {
        if (tick == 0) {
            return "0";
        }
        double largest = Math.max(Math.abs(range.lower()), Math.abs(range.upper()));
        double unit = largest < 1e4 ? 1 : largest < 1e6 ? 1e3 : largest < 1e9 ? 1e6 : 1e9;
        int decimals = (int) -Math.floor(Math.log10(step(spacing) / unit) + 1e-9);
        if (decimals > 6 || largest >= 1e13) {
            return String.format(Locale.ROOT, "%.1e", tick);
        }
        String suffix = unit == 1 ? "" : unit == 1e3 ? "k" : unit == 1e6 ? "M" : "G";
        return String.format(Locale.ROOT, "%." + Math.max(0, decimals) + "f", tick / unit)
                        .replace('-', '−')
                + suffix;
    }
}
