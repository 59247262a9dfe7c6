package org.plateau.prediction.history;

import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Finds the finished trainings most alike another one, by their standardised fitness columns.
 *
 * @param columns of the fitness
 */
record Alike(Columns columns) {
    /** The columns of a training under way, comparable with those of finished ones. */
    double[] row(Snapshot snapshot) {
        return columns.standardised(snapshot.columns().get(0));
    }

    /**
     * Indices of those nearest to a row, the nearest first.
     *
     * @param except one that is left out, −1 for none
     * @param count how many at most
     */
    int[] nearest(double[] row, int except, int count) {
        double[] distances = new double[columns.rows().length];
        for (int i = 0; i < distances.length; i++) {
            distances[i] = Columns.difference(row, columns.rows()[i]);
        }
        return IntStream.range(0, distances.length)
                .filter(i -> i != except)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> distances[i]))
                .limit(count)
                .mapToInt(i -> i)
                .toArray();
    }
}
