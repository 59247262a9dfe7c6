package org.plateau.commons;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.plateau.core.fitness.Direction;
import org.plateau.core.fitness.LearningCurve;
import org.plateau.core.fitness.Measurement;
import org.plateau.core.trail.TrailEvent.ForecastMade;
import org.plateau.core.trail.TrailEvent.VerdictGiven;

/**
 * What counts of a training up to some moment: the epochs of an attempt, and before them those of the attempts that it was
 * resumed from. Mutable, one owner.
 */
final class Lineage {
    private final Map<String, LearningCurve> curves;
    private final List<Evidence<ForecastMade>> forecasts;
    private final List<Evidence<VerdictGiven>> verdicts;

    private Lineage(
            Map<String, LearningCurve> curves,
            List<Evidence<ForecastMade>> forecasts,
            List<Evidence<VerdictGiven>> verdicts) {
        this.curves = curves;
        this.forecasts = forecasts;
        this.verdicts = verdicts;
    }

    /** A training of which nothing has been seen. */
    static Lineage empty() {
        return of(Map.of());
    }

    /** A training that has come as far as these curves, by measure. */
    static Lineage of(Map<String, LearningCurve> curves) {
        return new Lineage(new TreeMap<>(curves), new ArrayList<>(), new ArrayList<>());
    }

    /** A copy of what was seen up to and including an epoch. */
    Lineage upTo(double epoch) {
        Lineage kept = empty();
        curves.forEach((measure, curve) -> {
            LearningCurve beginning = curve.upTo(epoch);
            if (!beginning.isEmpty()) {
                kept.curves.put(measure, beginning);
            }
        });
        forecasts.stream().filter(f -> f.epoch() <= epoch).forEach(kept.forecasts::add);
        verdicts.stream().filter(v -> v.epoch() <= epoch).forEach(kept.verdicts::add);
        return kept;
    }

    /** An epoch measured again replaces what was measured there before and after. */
    void add(Measurement measurement) {
        measurement.values().forEach((measure, value) -> {
            LearningCurve curve = curves.getOrDefault(measure, LearningCurve.empty());
            if (!curve.isEmpty() && curve.lastEpoch() >= measurement.epoch()) {
                curve = curve.upTo(Math.nextDown(measurement.epoch()));
            }
            curves.put(measure, curve.plus(measurement.epoch(), value));
        });
    }

    void addForecast(Evidence<ForecastMade> forecast) {
        forecasts.add(forecast);
    }

    void addVerdict(Evidence<VerdictGiven> verdict) {
        verdicts.add(verdict);
    }

    Map<String, LearningCurve> curves() {
        return Collections.unmodifiableMap(curves);
    }

    List<Evidence<ForecastMade>> forecasts() {
        return Collections.unmodifiableList(forecasts);
    }

    List<Evidence<VerdictGiven>> verdicts() {
        return Collections.unmodifiableList(verdicts);
    }

    Progress progress(String fitness, Direction direction) {
        LearningCurve curve = curves.getOrDefault(fitness, LearningCurve.empty());
        double epochs = curves.values().stream()
                .mapToDouble(LearningCurve::lastEpoch)
                .max()
                .orElse(0);
        return new Progress(
                epochs,
                curve.isEmpty() ? Double.NaN : curve.lastValue(),
                curve.best(direction),
                sum("seconds"),
                sum("joules"));
    }

    private double sum(String measure) {
        LearningCurve curve = curves.getOrDefault(measure, LearningCurve.empty());
        double sum = curve.isEmpty() ? Double.NaN : 0;
        for (int i = 0; i < curve.size(); i++) {
            sum += curve.value(i);
        }
        return sum;
    }
}
