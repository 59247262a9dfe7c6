package org.plateau.prediction.history;

import java.util.List;

/**
 * How far a training's anchor is corrected, from what happened to the finished trainings most alike.
 *
 * @param alike finds them
 * @param anchors what the anchor said of every finished training
 * @param mixed what the experts said of it, knowing only the others
 * @param truths where it ended
 * @param unchanged values of the simple forecasts, for each the values of all finished trainings, that a training may
 *     simply keep
 * @param same values nearer than this are the same
 */
@SuppressWarnings("ArrayRecordComponent") // Read inside one model, compared never.
record Correction(
        Alike alike, double[] anchors, double[] mixed, double[] truths, List<double[]> unchanged, double same) {
    private static final int FEWEST = 10;
    /** So many finished trainings say whether corrections help. */
    private static final int HELPED = 20;
    /** So many say whether trainings like this one move at all. */
    private static final int MOVED = 10;

    /**
     * The corrected value. Corrections that did not help trainings like this one are taken back in part: the factor is the
     * least-squares one of what they should have been, within 0 and 1. Where more than half of the most alike ended just
     * where they stood, so does this one: the median of where it may end is there.
     *
     * @param row of the training, see {@link Alike#row}
     * @param anchor what its anchor says
     * @param mix what the experts say
     * @param simple its own simple forecasts, in the order of {@code unchanged}
     */
    double value(double[] row, double anchor, double mix, double[] simple) {
        return value(row, -1, anchor, mix, simple);
    }

    /** The corrected values of all finished trainings, each from the others. */
    double[] leftOut() {
        double[] values = new double[truths.length];
        for (int i = 0; i < values.length; i++) {
            int at = i;
            double[] simple = unchanged.stream().mapToDouble(kind -> kind[at]).toArray();
            values[i] = value(alike.columns().rows()[i], i, anchors[i], mixed[i], simple);
        }
        return values;
    }

    private double value(double[] row, int except, double anchor, double mix, double[] simple) {
        if (truths.length < FEWEST) {
            return mix;
        }
        int[] nearest = alike.nearest(row, except, HELPED);
        int most = MOVED / 2;
        double value = anchor + helpful(nearest) * (mix - anchor);
        for (int kind = 0; kind < unchanged.size(); kind++) {
            int count = 0;
            for (int i = 0; i < Math.min(MOVED, nearest.length); i++) {
                count += Math.abs(unchanged.get(kind)[nearest[i]] - truths[nearest[i]]) <= same ? 1 : 0;
            }
            if (count > most) {
                most = count;
                value = simple[kind];
            }
        }
        return value;
    }

    private double helpful(int[] nearest) {
        double helped = 1e-9;
        double squares = 1e-9;
        for (int i : nearest) {
            double correction = mixed[i] - anchors[i];
            helped += correction * (truths[i] - anchors[i]);
            squares += correction * correction;
        }
        return Double.isFinite(helped) ? Math.min(1, Math.max(0, helped / squares)) : 1;
    }
}
