package org.plateau.prediction.sweep;

import java.util.Arrays;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.plateau.core.fitness.Direction;
import org.plateau.core.fitness.LearningCurve;
import org.plateau.prediction.function.Epochs;

/**
 * The points of a curve made ready for all functions: without values that are no numbers, without spikes, few, weighted,
 * with the best so far beside the values, both brought to a size around 1.
 */
final class SweptPoints {
    private final double horizon;
    private final int count;
    private final int mended;
    private final Epochs epochs;
    private final double[] weights;
    private final double[] sumsOfWeights;
    private final Scaling scaling;
    private final SweptValues raw;
    private final SweptValues best;
    private final int[] shares;
    private final int[] prefixes;

    /** @param horizon finite and over 0 */
    SweptPoints(LearningCurve curve, Direction direction, double horizon, SweepSettings settings) {
        this.horizon = horizon;
        double[] x = new double[curve.size()];
        double[] y = new double[curve.size()];
        int finite = 0;
        double magnitude = 0;
        for (int i = 0; i < curve.size(); i++) {
            double value = curve.value(i);
            if (Double.isFinite(value)) {
                x[finite] = curve.epoch(i);
                y[finite++] = value;
                magnitude = Math.max(magnitude, Math.abs(value));
            }
        }
        count = finite;
        magnitude = magnitude > 0 ? magnitude : 1;
        y = Arrays.copyOf(y, count);
        for (int i = 0; i < count; i++) {
            y[i] /= magnitude;
        }
        mended = Spikes.mend(y, settings.spikes());
        int kept = Math.max(Thinned.SINGLE, Math.min(settings.memory(), count));
        int[] starts = Thinned.starts(count, settings.points() + kept - Thinned.SINGLE, kept);
        double[] means = Thinned.means(x, starts);
        double[] withHorizon = Arrays.copyOf(means, means.length + 1);
        withHorizon[means.length] = horizon;
        epochs = Epochs.of(withHorizon);
        weights = weights(means, starts, settings.recency());
        sumsOfWeights = new double[weights.length + 1];
        for (int i = 0; i < weights.length; i++) {
            sumsOfWeights[i + 1] = sumsOfWeights[i] + weights[i];
        }
        double[] values = Thinned.means(y, starts);
        double[] bests = Thinned.means(bestSoFar(y, direction), starts);
        scaling = scale(magnitude, values, bests);
        raw = new SweptValues(values, weights);
        best = new SweptValues(bests, weights);
        shares = shares(starts, settings);
        prefixes = prefixes(settings.memory());
    }

    private static double[] bestSoFar(double[] values, Direction direction) {
        double[] bests = values.clone();
        for (int i = 1; i < bests.length; i++) {
            bests[i] = direction.best(bests[i - 1], bests[i]);
        }
        return bests;
    }

    /** Weights that sum up to the number of values. */
    private double[] weights(double[] means, int[] starts, double recency) {
        int n = means.length;
        double[] result = new double[n];
        double total = 0;
        for (int i = 0; i < n; i++) {
            double ago = means[n - 1] > 0 ? 1 - means[i] / means[n - 1] : 0;
            result[i] = (starts[i + 1] - starts[i]) * Math.exp(-recency * ago);
            total += result[i];
        }
        for (int i = 0; i < n; i++) {
            result[i] *= count / total;
        }
        return result;
    }

    private Scaling scale(double magnitude, double[] values, double[] bests) {
        double total = 0;
        double centre = 0;
        for (int i = 0; i < values.length; i++) {
            total += weights[i];
            centre += weights[i] * (values[i] - centre) / total;
        }
        double largest = 0;
        for (int i = 0; i < values.length; i++) {
            values[i] -= centre;
            bests[i] -= centre;
            largest = Math.max(largest, Math.max(Math.abs(values[i]), Math.abs(bests[i])));
        }
        double scale = largest > 0 ? largest : 1;
        for (int i = 0; i < values.length; i++) {
            values[i] /= scale;
            bests[i] /= scale;
        }
        return new Scaling(magnitude, centre, scale);
    }

    private int[] shares(int[] starts, SweepSettings settings) {
        TreeSet<Integer> chosen = new TreeSet<>();
        for (double share : settings.pastShares()) {
            int found = Arrays.binarySearch(starts, (int) Math.round(share * count));
            int prefix = found >= 0 ? found : -found - 2;
            if (prefix > 0 && prefix < size()) {
                chosen.add(prefix);
            }
        }
        return chosen.stream().mapToInt(Integer::intValue).toArray();
    }

    private int[] prefixes(int memory) {
        int last = Math.max(1, size() - memory + 1);
        return IntStream.concat(Arrays.stream(shares), IntStream.rangeClosed(last, size()))
                .sorted()
                .distinct()
                .toArray();
    }

    double horizon() {
        return horizon;
    }

    /** Points that are fitted. */
    int size() {
        return weights.length;
    }

    /** Values of the curve that are numbers. */
    int count() {
        return count;
    }

    /** Spikes among them. */
    int mended() {
        return mended;
    }

    /** The epochs of the points, and behind them the horizon. */
    Epochs epochs() {
        return epochs;
    }

    /** The weights; nobody writes to them. */
    double[] weights() {
        return weights;
    }

    /** Sum of the weights of the points in [from, to). */
    double weight(int from, int to) {
        return sumsOfWeights[to] - sumsOfWeights[from];
    }

    SweptValues of(Series series) {
        return series == Series.RAW ? raw : best;
    }

    Scaling scaling() {
        return scaling;
    }

    /** How many points the past forecasts saw, increasing; all of them at the end. */
    int[] prefixes() {
        return prefixes;
    }

    /** Those of them that are shares of the points; without all points. */
    int[] shares() {
        return shares;
    }

    /** Index of the first point that a function may be used at. */
    int first(double smallestX) {
        int first = 0;
        while (first < size() && epochs.at(first) < smallestX) {
            first++;
        }
        return first;
    }
}
