package org.plateau.prediction.history;

import java.util.Arrays;

/**
 * One group of columns, standardised by the rows of the finished trainings: their mean is 0 and their standard deviation
 * 1; columns that never differ are left out.
 *
 * @param mean of every column that is kept
 * @param scale of every column that is kept, its standard deviation
 * @param kept indices of the columns
 * @param rows standardised, one for each finished training
 */
@SuppressWarnings("ArrayRecordComponent") // Read inside one model, compared never.
record Columns(double[] mean, double[] scale, int[] kept, double[][] rows) {
    private static final double CONSTANT = 1e-9;
    /** Farther out nothing is extrapolated, in standard deviations. */
    private static final double FARTHEST = 4;

    /**
     * Standardises rows; places that are not finite count as the worst finite one of their column.
     *
     * @param all one row for each finished training
     * @param first how many of them give mean and scale
     */
    static Columns of(double[][] all, int first) {
        double[][] raw = Arrays.copyOf(all, first);
        int width = raw.length == 0 ? 0 : raw[0].length;
        double[] mean = new double[width];
        double[] scale = new double[width];
        int[] kept = new int[width];
        int count = 0;
        for (int column = 0; column < width; column++) {
            double worst = worst(raw, column);
            double sum = 0;
            for (double[] row : raw) {
                sum += finite(row[column], worst);
            }
            double average = sum / raw.length;
            double squares = 0;
            for (double[] row : raw) {
                double difference = finite(row[column], worst) - average;
                squares += difference * difference;
            }
            double deviation = Math.sqrt(squares / raw.length);
            if (deviation > CONSTANT * (1 + Math.abs(average))) {
                mean[count] = average;
                scale[count] = deviation;
                kept[count++] = column;
            }
        }
        Columns columns = new Columns(
                Arrays.copyOf(mean, count),
                Arrays.copyOf(scale, count),
                Arrays.copyOf(kept, count),
                new double[all.length][]);
        for (int i = 0; i < all.length; i++) {
            columns.rows[i] = columns.standardised(all[i]);
        }
        return columns;
    }

    private static double worst(double[][] raw, int column) {
        double worst = Double.NEGATIVE_INFINITY;
        for (double[] row : raw) {
            if (Double.isFinite(row[column])) {
                worst = Math.max(worst, row[column]);
            }
        }
        return Double.isFinite(worst) ? worst : 0;
    }

    private static double finite(double value, double otherwise) {
        return Double.isFinite(value) ? value : otherwise;
    }

    /** A row in standard deviations from the mean, not farther than {@value #FARTHEST}. */
    double[] standardised(double[] row) {
        double[] result = new double[kept.length];
        for (int i = 0; i < kept.length; i++) {
            double value = row[kept[i]];
            double place = Double.isFinite(value) ? (value - mean[i]) / scale[i] : FARTHEST;
            result[i] = Math.min(FARTHEST, Math.max(-FARTHEST, place));
        }
        return result;
    }

    /** Mean product of two standardised rows, 0 where no column is left. */
    static double product(double[] first, double[] second) {
        double sum = 0;
        for (int i = 0; i < first.length; i++) {
            sum += first[i] * second[i];
        }
        return first.length == 0 ? 0 : sum / first.length;
    }

    /** Mean squared difference of two standardised rows, 0 where no column is left. */
    static double difference(double[] first, double[] second) {
        double sum = 0;
        for (int i = 0; i < first.length; i++) {
            double difference = first[i] - second[i];
            sum += difference * difference;
        }
        return first.length == 0 ? 0 : sum / first.length;
    }
}
