package org.plateau.prediction.rule;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.plateau.core.fitness.Fitness;
import org.plateau.core.trail.Interval;
import org.plateau.prediction.Forecast;
import org.plateau.prediction.Observation;
import org.plateau.prediction.Peers;
import org.plateau.prediction.PointScale;
import org.plateau.prediction.Quantiles;
import org.plateau.prediction.Requirement;
import org.plateau.prediction.Sentence;
import org.plateau.prediction.Verdict;
import org.plateau.prediction.shape.CurveShape;
import org.plateau.prediction.shape.CurveShapes;
import org.plateau.prediction.shape.ScheduleAhead;
import org.plateau.prediction.shape.ShapeFinding;

/**
 * Stops when the forecast is certain enough: its uncertainty is at most the tolerance. The fitness told is the forecast.
 *
 * <p>The uncertainty is half the width of the 80 % interval, as long as the last forecasts move like forecasts of that
 * width. Where they agree it is less, where they jump it is more: the geometric mean of that half width and of
 * {@value #WINDOW} times the largest distance of the last {@value #WINDOW} forecasts from their median, which counts as
 * {@value #LEAST} to {@value #MOST} half widths. What past trainings were off by tells little of how calm this one is.
 *
 * <p>An interval that rests on no finished trainings knows nothing of what a flat curve may still do. Then only a fifth of
 * the tolerance is allowed, and nothing is settled while the learning rate has yet to fall (see {@link ScheduleAhead}), or
 * before the curve has shown that it learns.
 *
 * @param tolerance in points, see {@link PointScale}
 * @param minimumShare of the horizon that has to pass first, in [0, 1]
 */
public record Settled(double tolerance, double minimumShare) implements RuleSettings {
    static final double LEVEL = 0.8;

    private static final int WINDOW = 3;
    private static final double LEAST = 0.1;
    private static final double MOST = 3;

    private static final double STANDARD_TOLERANCE = 5;
    private static final double STANDARD_SHARE = 0.08;

    /** Part of the tolerance that is allowed where no finished trainings are known. */
    private static final double ALONE = 0.2;

    private static final Set<CurveShape> LATE = Set.of(CurveShape.DELAYED, CurveShape.NEVER_LEARNS, CurveShape.STEPPED);

    public Settled {
        Requirement.check(
                tolerance > 0 && Double.isFinite(tolerance),
                "A tolerance must be a finite number of points > 0",
                tolerance);
        Requirement.check(minimumShare >= 0 && minimumShare <= 1, "The minimum share must be in [0, 1]", minimumShare);
    }

    /** Five points after a twelfth of the horizon: two epochs of 25. */
    public static Settled standard() {
        return within(STANDARD_TOLERANCE);
    }

    /** As {@link #standard()} for another tolerance; who allows for more need not wait as long. */
    public static Settled within(double tolerance) {
        return new Settled(tolerance, STANDARD_SHARE * hurry(tolerance));
    }

    /** What is left of a precaution of the standard rules where more than their tolerance is allowed, in (0, 1]. */
    static double hurry(double tolerance) {
        return Math.min(1, STANDARD_TOLERANCE / tolerance);
    }

    @Override
    public String name() {
        return "settled";
    }

    @Override
    public int memory() {
        return WINDOW;
    }

    @Override
    public Verdict judge(Observation observation, Forecast forecast, Peers peers) {
        if (observation.epoch() < minimumShare * observation.horizon()) {
            return new Verdict.Continue(
                    "Fewer than %s of the epochs are completed".formatted(Sentence.number(minimumShare)));
        }
        Optional<Interval> interval = forecast.interval(LEVEL);
        if (interval.isEmpty() || !forecast.present()) {
            return new Verdict.Continue("The forecast has no interval");
        }
        double half = (interval.get().upper() - interval.get().lower()) / 2;
        boolean alone = Double.isInfinite(forecast.novelty());
        double allowed = (alone ? ALONE : 1) * tolerance * PointScale.point(observation.fitness(), observation.curve());
        double uncertainty = uncertainty(half, forecast.track());
        if (!(uncertainty <= allowed)) {
            return new Verdict.Continue(
                    "The forecast for epoch %s is ± %s and, as the last forecasts moved, uncertain by %s, more than %s"
                            .formatted(
                                    Sentence.number(forecast.horizon()),
                                    Sentence.number(half),
                                    Sentence.number(uncertainty),
                                    Sentence.number(allowed)));
        }
        Optional<String> doubt = alone ? doubt(observation) : Optional.empty();
        if (doubt.isPresent()) {
            return new Verdict.Continue(doubt.get());
        }
        Map<String, Double> evidence = new LinkedHashMap<>();
        evidence.put("forecast", forecast.value());
        evidence.put("lower-80", interval.get().lower());
        evidence.put("upper-80", interval.get().upper());
        evidence.put("uncertainty", uncertainty);
        evidence.put("tolerance", allowed);
        if (Double.isFinite(forecast.novelty())) {
            evidence.put("novelty", forecast.novelty());
        }
        return new Verdict.Stop(
                name(),
                "The forecast for epoch %s is %s, between %s and %s with 80 %%"
                        .formatted(
                                Sentence.number(forecast.horizon()),
                                Sentence.number(forecast.value()),
                                Sentence.number(interval.get().lower()),
                                Sentence.number(interval.get().upper())),
                evidence,
                Optional.of(new Fitness(forecast.value(), Fitness.Origin.PREDICTED)));
    }

    private static double uncertainty(double half, List<Forecast.Past> track) {
        double movement = half;
        if (track.size() >= WINDOW) {
            double[] values = track.subList(track.size() - WINDOW, track.size()).stream()
                    .mapToDouble(Forecast.Past::value)
                    .toArray();
            double median = Quantiles.median(values);
            double largest = 0;
            for (double value : values) {
                largest = Math.max(largest, Math.abs(value - median));
            }
            // An infinite forecast has no distance from the median: NaN, which is as bad as can be.
            movement = Double.isNaN(largest)
                    ? MOST * half
                    : Math.min(MOST * half, Math.max(LEAST * half, WINDOW * largest));
        }
        return Math.sqrt(half * movement);
    }

    private static Optional<String> doubt(Observation observation) {
        ScheduleAhead ahead = ScheduleAhead.of(observation);
        return ahead.step().or(ahead::lateRise).or(() -> {
            ShapeFinding found = CurveShapes.standard().classify(observation);
            boolean learns =
                    found.shape().filter(shape -> !LATE.contains(shape)).isPresent();
            return learns ? Optional.empty() : Optional.of("The curve has not shown that it learns: " + found.word());
        });
    }
}
