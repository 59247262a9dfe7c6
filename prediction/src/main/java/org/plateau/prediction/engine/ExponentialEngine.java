package org.plateau.prediction.engine;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.plateau.core.fitness.LearningCurve;
import org.plateau.core.trail.FittedFunction;
import org.plateau.prediction.Forecast;
import org.plateau.prediction.History;
import org.plateau.prediction.Observation;
import org.plateau.prediction.PredictionEngine;
import org.plateau.prediction.fit.ExponentialFit;

/**
 * The presets {@code penguin} and {@code a4nn}: the plateau function a − b^(c−x) through all points of the fitness, its
 * value at the horizon as the forecast. Uses no other series and no history.
 *
 * <p>The published bounds, a ∈ [0.5, 200], b ≥ 1, c ≥ 0, are for accuracies in percent. Other measures with two ends are
 * brought to percent first (and turned over where less is better). A loss is fitted by a + b^(c−x) with a no smaller
 * than the measure's lower bound, b ≥ 1 and any c; an unbounded measure that grows, by its mirror image.
 *
 * @param dialect which publication is followed
 * @param memory how many forecasts the track holds
 */
public record ExponentialEngine(Dialect dialect, int memory) implements PredictionEngine {
    /** PENGUIN, 2021. */
    public static ExponentialEngine penguin(int memory) {
        return new ExponentialEngine(Dialect.PENGUIN, memory);
    }

    /** A4NN, 2023. */
    public static ExponentialEngine a4nn(int memory) {
        return new ExponentialEngine(Dialect.A4NN, memory);
    }

    @Override
    public String name() {
        return dialect.name();
    }

    @Override
    public Forecast forecast(Observation observation, History history) {
        LearningCurve curve = observation.curve();
        int skipped = !curve.isEmpty() && curve.epoch(0) == 0 && dialect.axis() == Dialect.Axis.FIRST_IS_ONE ? 1 : 0;
        int points = curve.size() - skipped;
        if (points < dialect.minimumPoints()) {
            return Forecast.none(
                    observation,
                    name(),
                    "%d of the %d points that the first fit needs are measured"
                            .formatted(points, dialect.minimumPoints()));
        }
        Axes axes = Axes.of(dialect, observation, curve.epoch(skipped));
        List<Forecast.Past> track = new ArrayList<>();
        FittedFunction last = axes.missing();
        for (int size = Math.max(dialect.minimumPoints() + skipped, curve.size() - memory + 1);
                size <= curve.size();
                size++) {
            last = fit(axes, curve, skipped, size);
            Double plateau = last.coefficients().get("a");
            if (plateau != null && axes.percent(plateau) >= dialect.forgetAt()) {
                track.clear();
            } else {
                track.add(new Forecast.Past(curve.epoch(size - 1), last.prediction()));
            }
        }
        boolean fitted = !last.coefficients().isEmpty();
        return new Forecast(
                observation.epoch(),
                observation.horizon(),
                last.prediction(),
                List.of(),
                List.of(last),
                name(),
                track,
                0,
                fitted ? "Extrapolated " + last.name() : "A measured value is no number of a usual size");
    }

    private FittedFunction fit(Axes axes, LearningCurve curve, int from, int to) {
        double[] x = new double[to - from];
        double[] y = new double[to - from];
        for (int i = from; i < to; i++) {
            x[i - from] = axes.x(curve.epoch(i));
            y[i - from] = axes.y(curve.value(i));
        }
        if (!ExponentialFit.fits(y)) {
            return axes.missing();
        }
        ExponentialFit.Solution solution = axes.solve(x, y);
        Map<String, Double> coefficients = new LinkedHashMap<>();
        axes.coefficients(solution, coefficients);
        return new FittedFunction(axes.function(), coefficients, 1, axes.value(solution.at(axes.horizon())));
    }
}
