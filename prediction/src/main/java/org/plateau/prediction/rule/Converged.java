package org.plateau.prediction.rule;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.plateau.core.fitness.Fitness;
import org.plateau.prediction.Forecast;
import org.plateau.prediction.Observation;
import org.plateau.prediction.Peers;
import org.plateau.prediction.PointScale;
import org.plateau.prediction.Quantiles;
import org.plateau.prediction.Sentence;
import org.plateau.prediction.Verdict;

/**
 * Stops when the last forecasts agree: all of the last {@code window} lie within the measure's bounds and within
 * {@code tolerance} of their median. The fitness told is the forecast.
 *
 * <p>Source: PENGUIN (Rorabaugh et al., IEEE TPDS 33(11), 2022, doi 10.1109/TPDS.2022.3140681), where the window is 3
 * and the tolerance 0.5 % of accuracy.
 *
 * @param window how many forecasts have to agree, at least 2
 * @param tolerance in points, see {@link PointScale}
 * @param minimumEpochs that have to be completed first
 */
public record Converged(int window, double tolerance, double minimumEpochs) implements RuleSettings {
    public Converged {
        if (window < 2) {
            throw new IllegalArgumentException("A convergence window must be at least 2 forecasts, but was " + window);
        }
        if (!(tolerance > 0) || Double.isInfinite(tolerance)) {
            throw new IllegalArgumentException(
                    "A convergence tolerance must be a finite number > 0, but was " + tolerance);
        }
        if (!(minimumEpochs >= 0) || Double.isInfinite(minimumEpochs)) {
            throw new IllegalArgumentException(
                    "The minimum epochs must be a finite number ≥ 0, but were " + minimumEpochs);
        }
    }

    /** The rule as published: three forecasts within half a point. */
    public static Converged published() {
        return new Converged(3, 0.5, 0);
    }

    @Override
    public String name() {
        return "converged";
    }

    @Override
    public int memory() {
        return window;
    }

    @Override
    public Verdict judge(Observation observation, Forecast forecast, Peers peers) {
        List<Forecast.Past> track = forecast.track();
        if (observation.epoch() < minimumEpochs) {
            return new Verdict.Continue("Fewer than %s epochs are completed".formatted(minimumEpochs));
        }
        if (track.size() < window) {
            return new Verdict.Continue("%d of %d forecasts are made".formatted(track.size(), window));
        }
        double[] values = track.subList(track.size() - window, track.size()).stream()
                .mapToDouble(Forecast.Past::value)
                .toArray();
        double point = PointScale.point(observation.fitness(), observation.curve());
        double median = Quantiles.median(values);
        double largest = 0;
        for (double value : values) {
            if (!Double.isFinite(value) || !observation.fitness().contains(value)) {
                return new Verdict.Continue("A forecast is missing or out of bounds: " + value);
            }
            largest = Math.max(largest, Math.abs(value - median));
        }
        if (!(largest <= tolerance * point)) {
            return new Verdict.Continue(
                    "The last %d forecasts are up to %s from their median".formatted(window, Sentence.number(largest)));
        }
        Map<String, Double> evidence = new LinkedHashMap<>();
        evidence.put("median", median);
        evidence.put("largest-deviation", largest);
        evidence.put("tolerance", tolerance * point);
        evidence.put("forecast", forecast.value());
        String reason = "The last %d forecasts for epoch %s lie within %s of their median %s"
                .formatted(
                        window, Sentence.number(forecast.horizon()), Sentence.number(largest), Sentence.number(median));
        return new Verdict.Stop(
                name(), reason, evidence, Optional.of(new Fitness(forecast.value(), Fitness.Origin.PREDICTED)));
    }
}
