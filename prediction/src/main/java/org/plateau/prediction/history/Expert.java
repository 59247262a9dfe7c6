package org.plateau.prediction.history;

/**
 * One way to tell where trainings end, with its record.
 *
 * @param name of the way
 * @param leftOut what it says of every finished training when it knows only the others, in the measure's unit
 * @param error mean absolute error of these
 * @param disorder one minus the rank correlation of these with the truth, in [0, 2]
 */
@SuppressWarnings("ArrayRecordComponent") // Read inside one model, compared never.
record Expert(String name, double[] leftOut, double error, double disorder) {
    /** Keeps small samples from making a perfect order count for everything. */
    private static final double LEAST_DISORDER = 0.05;

    static Expert of(String name, double[] leftOut, double[] truths) {
        double error = 0;
        for (int i = 0; i < truths.length; i++) {
            error += Math.abs(leftOut[i] - truths[i]) / truths.length;
        }
        return new Expert(name, leftOut, error, 1 - Order.concordance(leftOut, truths));
    }

    /** Error times disorder: a search needs the ranks as much as the values. Smaller is better, infinite for nonsense. */
    double loss(double point) {
        double loss = (error + 1e-3 * point) * (disorder + LEAST_DISORDER);
        return Double.isNaN(loss) ? Double.POSITIVE_INFINITY : loss;
    }
}
