package org.plateau.prediction.replay;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.plateau.core.trail.Interval;
import org.plateau.prediction.Quantiles;

/**
 * How forecasts compare with the truth. Errors and the interval score are in points; NaN where a figure does not apply.
 *
 * @param curves how many were forecast
 * @param mae mean error
 * @param medianError median error
 * @param coverage80 share of the forecasts with an 80 % interval whose truth it held
 * @param intervalScore mean score of the 80 % intervals: width + 10 · distance of the truth outside (Gneiting and Raftery,
 *     JASA 102(477), 2007, equation 43; Winkler 1972)
 * @param kendall τ-b of forecasts and truths
 * @param micros mean microseconds of a forecast
 */
public record ForecastScore(
        int curves,
        double mae,
        double medianError,
        double coverage80,
        double intervalScore,
        double kendall,
        double micros) {
    private static final double ALPHA = 0.2;

    /** A forecast and what became of it. */
    record Case(double forecast, double truth, Optional<Interval> interval) {
        double error() {
            return Math.abs(forecast - truth);
        }
    }

    static ForecastScore of(List<Case> cases, double micros) {
        double[] errors = cases.stream().mapToDouble(Case::error).toArray();
        List<Case> withInterval =
                cases.stream().filter(one -> one.interval.isPresent()).toList();
        return new ForecastScore(
                cases.size(),
                Arrays.stream(errors).average().orElse(Double.NaN),
                Quantiles.median(errors),
                withInterval.stream()
                        .mapToDouble(one -> score(one) == width(one) ? 1 : 0)
                        .average()
                        .orElse(Double.NaN),
                withInterval.stream()
                        .mapToDouble(ForecastScore::score)
                        .average()
                        .orElse(Double.NaN),
                KendallTau.of(
                        cases.stream().mapToDouble(Case::forecast).toArray(),
                        cases.stream().mapToDouble(Case::truth).toArray()),
                micros);
    }

    /** No figures. */
    public static ForecastScore missing(int curves) {
        double none = Double.NaN;
        return new ForecastScore(curves, none, none, none, none, none, none);
    }

    private static double width(Case one) {
        Interval interval = one.interval.orElseThrow();
        return interval.upper() - interval.lower();
    }

    private static double score(Case one) {
        Interval interval = one.interval.orElseThrow();
        double outside = Math.max(0, Math.max(interval.lower() - one.truth, one.truth - interval.upper()));
        return width(one) + 2 / ALPHA * outside;
    }
}
