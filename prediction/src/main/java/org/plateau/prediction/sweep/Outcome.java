package org.plateau.prediction.sweep;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.plateau.prediction.function.ParametricFunction;

/** Collects what becomes of the functions of a sweep. */
final class Outcome {
    static final String NO_SHAPE = "no shape of the function has finite values at these points and is within reach";
    static final String NO_VALUES = "the function has no finite values near these points";

    private final List<SweptFit> fits = new ArrayList<>();
    private final List<Unfitted> unfitted = new ArrayList<>();

    static String noValueAt(double horizon) {
        return "the fitted function has no finite value at epoch " + horizon;
    }

    void fitted(SweptFit fit) {
        fits.add(fit);
    }

    void failed(ParametricFunction function, Series series, String reason) {
        unfitted.add(new Unfitted(function.name(), series, reason));
    }

    void failed(ParametricFunction function, String reason) {
        for (Series series : Series.values()) {
            failed(function, series, reason);
        }
    }

    SweptFits of(SweptPoints points) {
        return new SweptFits(
                fits,
                unfitted,
                epochs(points, points.prefixes()),
                epochs(points, points.shares()),
                points.count(),
                points.mended());
    }

    private static List<Double> epochs(SweptPoints points, int[] prefixes) {
        return Arrays.stream(prefixes)
                .mapToObj(prefix -> points.epochs().at(prefix - 1))
                .toList();
    }
}
