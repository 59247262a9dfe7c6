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
import org.plateau.prediction.fit.Thinning;

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
    private static final int MOST = 1000;

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
        LearningCurve curve = dialect.axis().usable(observation.curve());
        if (curve.size() < dialect.minimumPoints()) {
            return Forecast.none(
                    observation,
                    history,
                    name(),
                    "%d of the %d points that the first fit needs are measured"
                            .formatted(curve.size(), dialect.minimumPoints()));
        }
        Axes axes = Axes.of(dialect, observation, curve.epoch(0));
        List<Forecast.Past> track = new ArrayList<>();
        FittedFunction last = axes.missing();
        for (int size = Math.max(dialect.minimumPoints(), curve.size() - memory + 1); size <= curve.size(); size++) {
            last = fit(axes, Thinning.of(curve.first(size), MOST));
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
                history.version(),
                fitted ? "Extrapolated " + last.name() : "A measured value is no number of a usual size");
    }

    private FittedFunction fit(Axes axes, LearningCurve curve) {
        double[] x = new double[curve.size()];
        double[] y = new double[curve.size()];
        for (int i = 0; i < curve.size(); i++) {
            x[i] = axes.x(curve.epoch(i));
            y[i] = axes.y(curve.value(i));
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
