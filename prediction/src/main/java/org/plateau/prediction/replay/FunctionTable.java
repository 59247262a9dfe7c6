package org.plateau.prediction.replay;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.LongSupplier;
import org.plateau.core.fitness.LearningCurve;
import org.plateau.prediction.Quantiles;
import org.plateau.prediction.function.ParametricFunction;

/**
 * What the functions say of the unfinished curves of a group. Every curve is fitted once, when the first row asks, since
 * many rows ask for the same. Thread-safe.
 */
final class FunctionTable {
    private final List<String> names;
    private final IndexFit fit;
    private final LongSupplier nanoseconds;
    private final Map<LearningCurve, double[]> known = new ConcurrentHashMap<>();
    private final LongAdder spent = new LongAdder();

    FunctionTable(List<ParametricFunction> functions, LongSupplier nanoseconds) {
        this.names = functions.stream().map(FunctionNames::of).toList();
        this.fit = IndexFit.of(functions);
        this.nanoseconds = nanoseconds;
    }

    /** A function by itself, by its name in the evaluation. */
    Predictor predictor(String name) {
        int place = names.indexOf(name);
        return Predictor.value(
                name,
                Sight.FITNESS,
                (observation, history) -> predictions(observation.curve(), observation.horizon())[place],
                this::microsOfOne);
    }

    /** The median of what the functions say that could be fitted. */
    Predictor median(String name) {
        return Predictor.value(
                name,
                Sight.FITNESS,
                (observation, history) ->
                        Quantiles.median(Arrays.stream(predictions(observation.curve(), observation.horizon()))
                                .filter(Double::isFinite)
                                .toArray()),
                this::microsOfAll);
    }

    private double[] predictions(LearningCurve curve, double horizon) {
        return known.computeIfAbsent(curve, unfinished -> {
            long start = nanoseconds.getAsLong();
            double[] predictions = fit.predictions(unfinished, horizon);
            spent.add(nanoseconds.getAsLong() - start);
            return predictions;
        });
    }

    /** Mean microseconds to fit all functions to a curve. */
    private double microsOfAll() {
        return known.isEmpty() ? Double.NaN : spent.sum() / 1e3 / known.size();
    }

    private double microsOfOne() {
        return microsOfAll() / names.size();
    }
}
