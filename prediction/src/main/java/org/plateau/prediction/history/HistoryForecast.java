package org.plateau.prediction.history;

import java.util.List;
import org.plateau.core.trail.Interval;
import org.plateau.prediction.Observation;

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

    static HistoryForecast of(Observation observation, HistoryModel model, Snapshot snapshot, int finished) {
        HistoryModel.Expected expected = model.expect(snapshot);
        LogDistance distance = LogDistance.of(observation.fitness());
        return new HistoryForecast(
                expected.value(),
                List.of(
                        interval(0.8, expected, expected.reach80(), distance),
                        interval(0.95, expected, expected.reach95(), distance)),
                finished,
                expected.novelty(),
                model.explanation());
    }

    /** Whether it is one: numbers at the end of what can be written may have none. */
    boolean finite() {
        return Double.isFinite(value)
                && Double.isFinite(novelty)
                && intervals.stream()
                        .noneMatch(interval -> Double.isNaN(interval.lower()) || Double.isNaN(interval.upper()));
    }

    private static Interval interval(double level, HistoryModel.Expected expected, double reach, LogDistance distance) {
        double one = distance.value(expected.place() - reach);
        double other = distance.value(expected.place() + reach);
        return new Interval(level, Math.min(one, other), Math.max(one, other));
    }
}
