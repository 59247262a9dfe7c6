package org.plateau.diffraction;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/** How close the fast pattern is to the exact one, over the pixels outside the beam stop. */
record Comparison(List<double[]> pairs) {
    static Comparison of(double[] fast, double[] exact) {
        List<double[]> pairs = new ArrayList<>();
        for (int i = 0; i < fast.length; i++) {
            if (exact[i] > 0) {
                pairs.add(new double[] {fast[i], exact[i]});
            }
        }
        return new Comparison(pairs);
    }

    /** Fast over exact intensity of the whole pattern. */
    double totalRatio() {
        return pairs.stream().mapToDouble(pair -> pair[0]).sum()
                / pairs.stream().mapToDouble(pair -> pair[1]).sum();
    }

    /** Pearson's correlation of the intensities. */
    double correlation() {
        return correlation(value -> value);
    }

    /** Pearson's correlation of the intensities' logarithms, which the brightest pixels do not dominate. */
    double logCorrelation() {
        return correlation(Math::log);
    }

    private double correlation(DoubleUnaryOperator scale) {
        double x = 0;
        double y = 0;
        double xx = 0;
        double yy = 0;
        double xy = 0;
        for (double[] pair : pairs) {
            double fast = scale.applyAsDouble(pair[0]);
            double exact = scale.applyAsDouble(pair[1]);
            x += fast;
            y += exact;
            xx += fast * fast;
            yy += exact * exact;
            xy += fast * exact;
        }
        int n = pairs.size();
        return (xy - x * y / n) / Math.sqrt((xx - x * x / n) * (yy - y * y / n));
    }
}
