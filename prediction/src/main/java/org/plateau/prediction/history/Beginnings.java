package org.plateau.prediction.history;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.plateau.prediction.Quantiles;

/**
 * The finished trainings whose best-so-far began most alike, and what they gained from there on: the best value so far and
 * the median gain of the {@value #NEIGHBOURS} nearest.
 *
 * @param snapshots of the finished trainings
 * @param truths their final fitness
 */
@SuppressWarnings("ArrayRecordComponent") // Read inside one model, compared never.
record Beginnings(List<Snapshot> snapshots, double[] truths) {
    private static final int NEIGHBOURS = 5;

    private record Neighbour(double distance, double gain) {}

    /** What the others say of where each of them ended. */
    double[] leftOut() {
        return IntStream.range(0, truths.length)
                .mapToDouble(i -> value(snapshots.get(i), i))
                .toArray();
    }

    /** Final fitness that is expected, NaN where nothing was measured. */
    double value(Snapshot snapshot) {
        return value(snapshot, -1);
    }

    private double value(Snapshot snapshot, int except) {
        double[] own = snapshot.beginning();
        if (own.length == 0) {
            return Double.NaN;
        }
        double[] gains = IntStream.range(0, truths.length)
                .filter(i -> i != except)
                .mapToObj(i -> neighbour(own, i))
                .sorted(Comparator.comparingDouble(Neighbour::distance))
                .limit(NEIGHBOURS)
                .mapToDouble(Neighbour::gain)
                .toArray();
        return own[own.length - 1] + Quantiles.median(gains);
    }

    private Neighbour neighbour(double[] own, int i) {
        double[] other = snapshots.get(i).beginning();
        int length = Math.min(own.length, other.length);
        if (length == 0) {
            return new Neighbour(Double.POSITIVE_INFINITY, Double.NaN);
        }
        double sum = 0;
        for (int k = 1; k <= length; k++) {
            sum += Math.abs(own[own.length - k] - other[other.length - k]);
        }
        return new Neighbour(sum / length, truths[i] - other[other.length - 1]);
    }
}
