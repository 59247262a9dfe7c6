package org.plateau.prediction.history;

import java.util.List;
import org.plateau.core.fitness.FitnessMeasure;
import org.plateau.core.trail.Interval;
import org.plateau.prediction.Normal;
import org.plateau.prediction.curve.CurveForecast;

/**
 * What finished trainings say of one under way.
 *
 * @param value final fitness that is expected, in the measure's unit
 * @param intervals that hold it with 80 % and 95 %
 * @param finished how many trainings it rests on
 * @param novelty standard deviation of the forecast over the part of it that more finished trainings would not take away:
 *     about 1 among known trainings, more where none like this one has finished
 * @param experts and how much each of them counts, the greatest part first
 */
public record HistoryForecast(
        double value, List<Interval> intervals, int finished, double novelty, List<String> experts) {
    public HistoryForecast {
        intervals = List.copyOf(intervals);
        experts = List.copyOf(experts);
    }

    /**
     * What a model expects, and as far as it can tell nothing, what the curve alone says.
     *
     * @param alone the forecast of the curve alone
     */
    static HistoryForecast of(
            FitnessMeasure fitness,
            HistoryModel.Expected expected,
            CurveForecast alone,
            int finished,
            List<String> experts) {
        LogDistance distance = LogDistance.of(fitness);
        Reach known = new Reach(expected.place(), expected.reach80(), expected.reach95());
        Reach reach = alone.present() ? known.mixed(Reach.of(alone, distance), expected.support()) : known;
        return new HistoryForecast(
                distance.value(reach.place),
                List.of(
                        interval(0.8, reach.place, reach.reach80, distance),
                        interval(0.95, reach.place, reach.reach95, distance)),
                finished,
                expected.novelty() / expected.support(),
                experts);
    }

    /** Whether it is one: numbers at the end of what can be written may have none. */
    boolean finite() {
        return Double.isFinite(value)
                && Double.isFinite(novelty)
                && intervals.stream()
                        .noneMatch(interval -> Double.isNaN(interval.lower()) || Double.isNaN(interval.upper()));
    }

    /** A place and how far its intervals reach to either side. */
    private record Reach(double place, double reach80, double reach95) {
        static Reach of(CurveForecast alone, LogDistance distance) {
            return new Reach(distance.of(alone.value()), half(alone, 0, distance), half(alone, 1, distance));
        }

        private static double half(CurveForecast alone, int which, LogDistance distance) {
            Interval interval = alone.intervals().get(which);
            double half = Math.abs(distance.of(interval.upper()) - distance.of(interval.lower())) / 2;
            return Double.isFinite(half) ? half : 0;
        }

        /** The mixture of two forecasts with its variance: that of each, and what they differ by. */
        Reach mixed(Reach other, double share) {
            double between = Math.sqrt(share * (1 - share)) * Math.abs(place - other.place);
            return new Reach(
                    share * place + (1 - share) * other.place,
                    spread(reach80, other.reach80, share, Normal.QUANTILE_80 * between),
                    spread(reach95, other.reach95, share, Normal.QUANTILE_95 * between));
        }

        private static double spread(double one, double other, double share, double between) {
            return Math.sqrt(share * one * one + (1 - share) * other * other + between * between);
        }
    }

    private static Interval interval(double level, double place, double reach, LogDistance distance) {
        double one = distance.value(place - reach);
        double other = distance.value(place + reach);
        return new Interval(level, Math.min(one, other), Math.max(one, other));
    }
}
