package org.plateau.prediction.function;

import java.util.ArrayList;
import java.util.List;

/** Finds parameters that a function is linear in, all of them together, by trying. */
final class LinearParameters {
    private static final double[] EPOCHS = {1, 3.7, 11};
    private static final double EXACT = 1e-9;

    /** Enough finite values to believe what they say. */
    private static final int FEWEST = 4;

    private LinearParameters() {}

    /** A function of parameters and an epoch. */
    @FunctionalInterface
    interface Curve {
        double value(double[] parameters, double x);
    }

    /** Their indices in increasing order. */
    static int[] of(Curve curve, double[][] places) {
        List<Integer> linear = new ArrayList<>();
        for (int i = 0; i < places[0].length; i++) {
            linear.add(i);
            if (!linearIn(linear, curve, places)) {
                linear.remove(linear.size() - 1);
            }
        }
        return linear.stream().mapToInt(Integer::intValue).toArray();
    }

    /** Whether second differences vanish in a direction that changes all of them. */
    private static boolean linearIn(List<Integer> indices, Curve curve, double[][] places) {
        int seen = 0;
        for (double[] place : places) {
            double[] above = place.clone();
            double[] below = place.clone();
            for (int i : indices) {
                double step = (0.3 + 0.1 * i) * Math.max(1, Math.abs(place[i]));
                above[i] += step;
                below[i] -= step;
            }
            for (double x : EPOCHS) {
                double high = curve.value(above, x);
                double middle = curve.value(place, x);
                double low = curve.value(below, x);
                double size = Math.abs(high) + Math.abs(middle) + Math.abs(low);
                if (Double.isFinite(size) && size < 1e100) {
                    seen++;
                    if (Math.abs(high - 2 * middle + low) > EXACT * size) {
                        return false;
                    }
                }
            }
        }
        return seen >= FEWEST;
    }
}
