package org.plateau.prediction.history;

import java.util.List;

/**
 * How far a training lies outside of what finished trainings have shown. What was seen at nobody cannot be learned from
 * anybody; there the curve alone speaks.
 *
 * @param lowest of every column of every group, among the finished trainings
 * @param highest likewise
 */
@SuppressWarnings("ArrayRecordComponent") // Read inside one model, compared never.
record Support(List<double[]> lowest, List<double[]> highest) {
    /** Groups of series, whose columns are all on the scale of {@link LogDistance}: the fitness and its companions. */
    private static final int SERIES = 2;
    /** A range is not smaller than this: the finished trainings of a search are alike by chance as well. */
    private static final double SMALLEST_RANGE = 0.1;

    static Support of(List<Snapshot> snapshots) {
        List<double[]> lowest = snapshots.get(0).columns().stream()
                .limit(SERIES)
                .map(double[]::clone)
                .toList();
        List<double[]> highest = lowest.stream().map(double[]::clone).toList();
        for (Snapshot snapshot : snapshots) {
            for (int group = 0; group < SERIES; group++) {
                double[] row = snapshot.columns().get(group);
                for (int i = 0; i < row.length; i++) {
                    lowest.get(group)[i] = Math.min(lowest.get(group)[i], row[i]);
                    highest.get(group)[i] = Math.max(highest.get(group)[i], row[i]);
                }
            }
        }
        return new Support(lowest, highest);
    }

    /**
     * How much finished trainings can tell of another one, in (0, 1]: 1 within what they have shown, a half where it is one
     * range away from them. Where there are companions, it is enough that these are like those of others: a fitness that
     * is off may be noise.
     */
    double of(Snapshot snapshot) {
        double least = Double.POSITIVE_INFINITY;
        for (int group = 0; group < SERIES; group++) {
            double[] row = snapshot.columns().get(group);
            if (row.length > 0) {
                least = Math.min(least, excess(row, group));
            }
        }
        return 1 / (1 + least * least);
    }

    /** Mean over the columns of the way out of the range, in ranges. */
    private double excess(double[] row, int group) {
        double sum = 0;
        for (int i = 0; i < row.length; i++) {
            double low = lowest.get(group)[i];
            double high = highest.get(group)[i];
            double range = Math.max(SMALLEST_RANGE, high - low);
            double out = Math.max(0, Math.max(low - row[i], row[i] - high)) / range;
            sum += Double.isFinite(out) ? out : 0;
        }
        return sum / row.length;
    }
}
